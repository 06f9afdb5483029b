package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;

/**
 * A matter that needs the item: while one holds, nobody disposes of it.
 *
 * @param matter what needs it, as people call it: a case number, a dispute
 */
public record LegalHold(String matter, Actor by, Instant at) {

    private static final int LONGEST = 200;

    public LegalHold {
        if (matter.isBlank() || matter.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a legal hold names its matter in at most 200 characters");
        }
    }
}

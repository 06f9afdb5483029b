package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What the whole ledger was at a moment.
 *
 * @param origin which ledger, without space or plus sign
 * @param size in leaves
 * @param root of the tree of that size
 * @param at when it was signed
 */
public record Checkpoint(String origin, long size, Sha256 root, Instant at) {

    private static final String TIME = "time ";

    /**
     * The text that is signed, as C2SP tlog-checkpoint has it: origin, size, root in base64, and
     * the time as an extension line, each with its line feed.
     */
    public String text() {
        return "%s\n%d\n%s\n%s%s\n"
                .formatted(
                        origin, size, Base64.getEncoder().encodeToString(root.bytes()), TIME, at);
    }

    /** Reads such a text; empty if it is anything else. */
    static Optional<Checkpoint> parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 5 || !lines[3].startsWith(TIME)) {
            return Optional.empty();
        }
        try {
            var read =
                    new Checkpoint(
                            lines[0],
                            Long.parseLong(lines[1]),
                            Sha256.ofDigest(Base64.getDecoder().decode(lines[2])),
                            Instant.parse(lines[3].substring(TIME.length())));
            return read.text().equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}

package dev.cordon.application.evidence;

import dev.cordon.domain.incident.IncidentId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that comes in pieces, in order, and goes on where it broke off: also after the program was
 * killed.
 *
 * @param by who sends it, as {@link dev.cordon.domain.kernel.Actor#reference()} writes it; nobody
 *     else sees it
 * @param name as it came
 * @param size how many bytes it has in the end
 * @param received how many of them are on disk, from its beginning without a gap
 * @param touchedAt when the last piece came
 */
public record Upload(
        UUID id,
        IncidentId incident,
        String by,
        String name,
        long size,
        long received,
        Instant begunAt,
        Instant touchedAt) {

    /** The most bytes of a piece. */
    public static final int PIECE = 4 << 20;

    /** The fewest bytes of a piece, but for the last one: each is a file of its own. */
    public static final int SMALLEST_PIECE = 1 << 20;

    /** What nobody went on with for so long is removed. */
    public static final Duration LONGEST_IDLE = Duration.ofDays(7);

    /** One person has no more of them at once. */
    public static final int MOST = 50;

    /** How many bytes are to come. */
    public long outstanding() {
        return size - received;
    }

    public boolean isWhole() {
        return received == size;
    }
}

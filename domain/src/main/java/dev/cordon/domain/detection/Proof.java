package dev.cordon.domain.detection;

import java.util.Comparator;
import java.util.List;

/**
 * What shows that a campaign took place.
 *
 * @param events how many lines its rules counted
 * @param paths the paths under attack, as the store writes them
 * @param samples some of the lines, secrets masked, the earliest first
 * @param ranges where its lines stand in the logs, in order, without overlap
 * @param unlisted lines beyond the limit of the ranges
 */
public record Proof(
        long events,
        List<String> paths,
        List<String> samples,
        List<ByteRange> ranges,
        long unlisted) {

    /** So many lines show what an attack looks like. */
    public static final int MOST_SAMPLES = 8;

    public static final Proof NONE = new Proof(0, List.of(), List.of(), List.of(), 0);

    public Proof {
        paths = List.copyOf(paths);
        samples = List.copyOf(samples);
        ranges = List.copyOf(ranges);
    }

    /**
     * Bytes of a source's log.
     *
     * @param source the log source's name
     * @param from inclusive, in bytes since the log's beginning
     * @param to exclusive
     */
    public record ByteRange(String source, long from, long to) {

        static final Comparator<ByteRange> ORDER =
                Comparator.comparing(ByteRange::source)
                        .thenComparingLong(ByteRange::from)
                        .thenComparingLong(ByteRange::to);

        public ByteRange {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }

        boolean touches(ByteRange later) {
            return source.equals(later.source) && later.from <= to;
        }

        ByteRange joined(ByteRange later) {
            return new ByteRange(source, from, Math.max(to, later.to));
        }
    }
}

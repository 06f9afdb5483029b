package dev.cordon.domain.detection.engine;

import java.time.Duration;
import java.util.List;

/**
 * What counts as an attack, and how much may be kept in memory. The defaults were tuned on recorded
 * shop traffic.
 *
 * @param burst when one address guesses passwords
 * @param spread when many addresses try stolen pairs together
 * @param refusedPerAccepted only where at least so many logins are refused for each accepted one:
 *     keeps an office behind one address quiet, and a flash sale
 * @param campaignGap so long without a try ends a campaign
 * @param accountPaths where the shop's customers log in, without a slash at the end
 */
public record DetectionSettings(
        Burst burst,
        Spread spread,
        int refusedPerAccepted,
        Duration campaignGap,
        List<String> accountPaths,
        Limits limits) {

    public static final DetectionSettings DEFAULTS =
            new DetectionSettings(
                    new Burst(10, Duration.ofMinutes(5)),
                    new Spread(25, Duration.ofMinutes(10)),
                    2,
                    Duration.ofMinutes(30),
                    List.of("/my-account"),
                    new Limits(
                            64 * 1024,
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            100_000,
                            20_000));

    public DetectionSettings {
        accountPaths = List.copyOf(accountPaths);
        atLeast(1, refusedPerAccepted, "refused logins per accepted one");
        positive(campaignGap, "the gap between campaigns");
        if (!accountPaths.stream().allMatch(path -> path.matches("/\\S*[^/\\s]"))) {
            throw new IllegalArgumentException(
                    "a login path starts with a slash and does not end with one: " + accountPaths);
        }
    }

    /** So many refused logins of one address within that time. */
    public record Burst(int refused, Duration window) {
        public Burst {
            atLeast(2, refused, "refused logins of one address");
            positive(window, "the window of one address");
        }
    }

    /** Refused logins from so many different addresses within that time. */
    public record Spread(int addresses, Duration window) {
        public Spread {
            atLeast(2, addresses, "failing addresses");
            positive(window, "the window of the store");
        }
    }

    /**
     * Bounds of time and memory.
     *
     * @param longestLine in bytes; a longer line is skipped and counted
     * @param futureTolerance how far ahead of now a line's time may lie
     * @param disorder how far behind later lines a line may come and still be counted with its time
     * @param visitMemory after so long without a request a visitor is a new one
     * @param visitors how many addresses are followed at once; the longest unseen is forgotten
     *     first
     * @param listed how many attacking addresses one campaign lists
     */
    public record Limits(
            int longestLine,
            Duration futureTolerance,
            Duration disorder,
            Duration visitMemory,
            int visitors,
            int listed) {

        public Limits {
            atLeast(256, longestLine, "the longest line's bytes");
            atLeast(16, visitors, "the visitors that are followed");
            atLeast(16, listed, "the addresses a campaign lists");
            positive(visitMemory, "the memory of a visit");
            if (futureTolerance.isNegative() || disorder.isNegative()) {
                throw new IllegalArgumentException("a tolerance is not negative");
            }
        }
    }

    private static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(what + ": at least " + least + ", not " + value);
        }
    }

    private static void positive(Duration value, String what) {
        if (value.toSeconds() < 1) {
            throw new IllegalArgumentException(what + " lasts at least a second, not " + value);
        }
    }
}

package dev.cordon.domain.detection.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the store is like, and how much may be kept in memory. What counts as an attack is said by
 * the rules.
 *
 * @param campaignGap so long without an event ends a campaign
 * @param accountPaths where the shop's customers log in, without a slash at the end
 * @param allowed networks whose owners are known, and what they may do
 */
public record DetectionSettings(
        Duration campaignGap, List<String> accountPaths, List<Allowed> allowed, Limits limits) {

    /** The account page as WooCommerce calls it in the languages of its own setup. */
    public static final List<String> ACCOUNT_PATHS =
            List.of(
                    "/my-account",
                    "/mein-konto",
                    "/mon-compte",
                    "/mi-cuenta",
                    "/mio-account",
                    "/mijn-account",
                    "/minha-conta",
                    "/moje-konto",
                    "/mitt-konto",
                    "/min-konto",
                    "/muj-ucet",
                    "/oma-tili",
                    "/fiokom",
                    "/contul-meu");

    public static final DetectionSettings DEFAULTS =
            new DetectionSettings(
                    Duration.ofMinutes(30),
                    ACCOUNT_PATHS,
                    KnownNetworks.ALL,
                    new Limits(
                            256 * 1024,
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(10),
                            Duration.ofHours(1),
                            100_000,
                            20_000));

    public DetectionSettings {
        accountPaths = List.copyOf(accountPaths);
        allowed = List.copyOf(allowed);
        positive(campaignGap, "the gap between campaigns");
        if (!accountPaths.stream().allMatch(path -> path.matches("/\\S*[^/\\s]"))) {
            throw new IllegalArgumentException(
                    "a login path starts with a slash and does not end with one: " + accountPaths);
        }
    }

    /** For one of so many that share the memory. */
    DetectionSettings share(int count) {
        return new DetectionSettings(campaignGap, accountPaths, allowed, limits.share(count));
    }

    /** What rules may refer to by {@code %name%}. */
    public Map<String, List<String>> placeholders() {
        return Map.of("account_paths", accountPaths);
    }

    /**
     * Bounds of time and memory.
     *
     * @param longestLine in bytes; a longer line is skipped and counted. Servers take 8 KiB each
     *     for a request and its headers, and log a strange byte as four.
     * @param futureTolerance how far ahead of now a line's time may lie
     * @param disorder how far behind later lines a line may come and still be counted with its time
     * @param visitMemory after so long without a request a visitor is a new one
     * @param visitors how many addresses, and how many groups of each rule, are followed at once;
     *     the longest unseen is forgotten first. Together the groups take no more than {@link
     *     Room#MOST} bytes: where they would, the rules with most of them forget first.
     * @param listed how many attacking addresses one campaign lists
     */
    public record Limits(
            int longestLine,
            Duration futureTolerance,
            Duration disorder,
            Duration visitMemory,
            int visitors,
            int listed) {

        private Limits share(int count) {
            int each = Math.max(16, (visitors + count - 1) / count);
            return new Limits(longestLine, futureTolerance, disorder, visitMemory, each, listed);
        }

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

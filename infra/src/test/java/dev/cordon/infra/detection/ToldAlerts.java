package dev.cordon.infra.detection;

import static java.util.stream.Collectors.toMap;

import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What alerts say of attacks on a store, by reference, to be held against those of the same log
 * read in peace.
 */
public record ToldAlerts(Map<String, Told> all) {

    /** What an alert says of its campaign. */
    public record Told(AttackKind kind, int addresses, long events, int successes) {
        static Told by(Finding finding) {
            return new Told(
                    finding.kind(), finding.addressCount(), finding.events(), finding.successes());
        }
    }

    /**
     * Alerts that became a part of another one say nothing of their own. Whether a log was late is
     * about the machine of the test.
     */
    public static ToldAlerts of(ConfigurableApplicationContext program) {
        return new ToldAlerts(
                WatchingProcess.alerts(program).stream()
                        .filter(alert -> alert.phase().isOpen())
                        .filter(alert -> alert.origin().sourceType().equals(AlertOrigin.DETECTION))
                        .map(alert -> alert.finding())
                        .collect(
                                toMap(
                                        Finding::reference,
                                        Told::by,
                                        (one, other) -> {
                                            throw new AssertionError("doubled: " + one);
                                        },
                                        TreeMap::new)));
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    /** What was told there and not here: missing, or told otherwise. */
    public Map<String, Told> missing(ToldAlerts expected) {
        return without(expected.all, all);
    }

    /** What is told here and was not there: doubled, or told otherwise. */
    public Map<String, Told> tooMuch(ToldAlerts expected) {
        return without(all, expected.all);
    }

    private static Map<String, Told> without(Map<String, Told> of, Map<String, Told> those) {
        var rest = new TreeMap<>(of);
        rest.entrySet().removeAll(those.entrySet());
        return rest;
    }
}

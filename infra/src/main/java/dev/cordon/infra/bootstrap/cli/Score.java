package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.Finding;
import dev.cordon.infra.bootstrap.cli.Truth.Attack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well alerts fit what is known to have happened. An alert is true if it names an address of an
 * attack and overlaps it in time; an attack is found if a true alert is of its kind.
 *
 * @param otherKind attacks that only alerts of other kinds name
 * @param delays from each found attack's start to its first alert, in log time
 */
record Score(
        int attacks,
        List<Attack> missed,
        List<Attack> otherKind,
        int alerts,
        List<Finding> falseAlarms,
        double alertsPerAttack,
        List<Duration> delays) {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    static Score of(Truth truth, List<Finding> findings) {
        var missed = new ArrayList<Attack>();
        var otherKind = new ArrayList<Attack>();
        var delays = new ArrayList<Duration>();
        long hits = 0;
        for (var attack : truth.attacks()) {
            var named = findings.stream().filter(each -> fits(each, attack)).toList();
            hits += named.size();
            var right =
                    named.stream()
                            .filter(each -> each.kind().label().equals(attack.kind()))
                            .toList();
            if (named.isEmpty()) {
                missed.add(attack);
            } else if (right.isEmpty()) {
                otherKind.add(attack);
            }
            named.stream()
                    .map(each -> Duration.between(attack.start(), each.period().detectedAt()))
                    .min(Duration::compareTo)
                    .ifPresent(delays::add);
        }
        int seen = truth.attacks().size() - missed.size();
        return new Score(
                truth.attacks().size(),
                missed,
                otherKind,
                findings.size(),
                findings.stream()
                        .filter(each -> truth.attacks().stream().noneMatch(a -> fits(each, a)))
                        .toList(),
                seen == 0 ? 0 : (double) hits / seen,
                delays);
    }

    int found() {
        return attacks - missed.size() - otherKind.size();
    }

    double recall() {
        return attacks == 0 ? 1 : (double) found() / attacks;
    }

    double precision() {
        return alerts == 0 ? 1 : (double) (alerts - falseAlarms.size()) / alerts;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d of %d attacks found (%.1f %%), %d more with another kind; %d alerts, %.1f %%"
                        + " true, %.2f for each attack%n",
                found(),
                attacks,
                100 * recall(),
                otherKind.size(),
                alerts,
                100 * precision(),
                alertsPerAttack);
        delays.stream()
                .max(Duration::compareTo)
                .ifPresent(
                        longest ->
                                out.printf(
                                        "slowest detection after %d s of log time%n",
                                        longest.toSeconds()));
        missed.forEach(each -> out.printf("  missed       %s%n", words(each)));
        otherKind.forEach(each -> out.printf("  another kind %s%n", words(each)));
        falseAlarms.forEach(
                each ->
                        out.printf(
                                "  false alarm  %s, %s, %d addresses%n",
                                each.verdict().rule(), each.startedAt(), each.addressCount()));
    }

    /** One JSON object, told from alerts by its only key. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"score\":{\"attacks\":%d,\"found\":%d,\"otherKind\":%d,\"missed\":%d,"
                        + "\"recall\":%.4f,\"alerts\":%d,\"falseAlarms\":%d,\"precision\":%.4f,"
                        + "\"alertsPerAttack\":%.3f}}",
                attacks,
                found(),
                otherKind.size(),
                missed.size(),
                recall(),
                alerts,
                falseAlarms.size(),
                precision(),
                alertsPerAttack);
    }

    private static String words(Attack attack) {
        return attack.kind() + ", " + attack.what() + ", " + attack.start();
    }

    private static boolean fits(Finding finding, Attack attack) {
        return !finding.startedAt().isAfter(attack.end().plus(TOLERANCE))
                && !finding.lastSeenAt().isBefore(attack.start().minus(TOLERANCE))
                && finding.addresses().stream()
                        .anyMatch(each -> attack.addresses().contains(each.address().toString()));
    }
}

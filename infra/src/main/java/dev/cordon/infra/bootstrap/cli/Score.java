package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.infra.bootstrap.cli.Truth.Attack;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How good alerts are, measured by what really happened. An alert is true if it overlaps an attack
 * in time and shares an address with it; a campaign is found if a true alert is of its kind.
 *
 * @param campaigns the attacks, each with its true alerts
 * @param falseAlarms the other alerts
 * @param lookalikes how much there was that only looks like an attack
 */
record Score(
        List<Campaign> campaigns,
        List<ScannedAlert> alerts,
        List<FalseAlarm> falseAlarms,
        int lookalikes) {

    /** Log and label are written by two clocks, and the log has whole seconds. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** An attack and the alerts that name it, whatever they take it for. */
    record Campaign(Attack attack, List<ScannedAlert> alerts) {

        boolean isFound() {
            return alerts.stream().anyMatch(this::isOfItsKind);
        }

        boolean isMistaken() {
            return !alerts.isEmpty() && !isFound();
        }

        /** From its beginning to the first alert of its kind. */
        Optional<Duration> delay() {
            return alerts.stream()
                    .filter(this::isOfItsKind)
                    .map(alert -> Duration.between(attack.start(), alert.detectedAt()))
                    .map(delay -> delay.isNegative() ? Duration.ZERO : delay)
                    .min(Duration::compareTo);
        }

        /** How many of its addresses the alerts name. */
        long named() {
            return attack.addresses().stream()
                    .filter(each -> alerts.stream().anyMatch(a -> a.sources().contains(each)))
                    .count();
        }

        private boolean isOfItsKind(ScannedAlert alert) {
            return alert.attack().equals(attack.kind());
        }
    }

    /**
     * An alert that no attack explains.
     *
     * @param takenFor what it was that looked like an attack; null if that is unknown
     */
    record FalseAlarm(ScannedAlert alert, @Nullable Attack takenFor) {}

    static Score of(List<ScannedAlert> alerts, Truth truth) {
        var attacks = truth.attacks().stream().filter(Attack::malicious).toList();
        var others = truth.attacks().stream().filter(each -> !each.malicious()).toList();
        return new Score(
                attacks.stream().map(each -> new Campaign(each, about(each, alerts))).toList(),
                List.copyOf(alerts),
                alerts.stream()
                        .filter(alert -> attacks.stream().noneMatch(each -> isAbout(alert, each)))
                        .map(alert -> new FalseAlarm(alert, lookalike(alert, others)))
                        .toList(),
                others.size());
    }

    private static List<ScannedAlert> about(Attack attack, List<ScannedAlert> alerts) {
        return alerts.stream().filter(alert -> isAbout(alert, attack)).toList();
    }

    private static @Nullable Attack lookalike(ScannedAlert alert, List<Attack> others) {
        return others.stream().filter(each -> isAbout(alert, each)).findFirst().orElse(null);
    }

    private static boolean isAbout(ScannedAlert alert, Attack attack) {
        boolean overlaps =
                !alert.firstSeen().isAfter(attack.end().plus(TOLERANCE))
                        && !alert.lastSeen().isBefore(attack.start().minus(TOLERANCE));
        boolean nowhere = alert.sources().isEmpty() || attack.addresses().isEmpty();
        return overlaps
                && (nowhere
                        ? alert.attack().equals(attack.kind())
                        : !Collections.disjoint(alert.sources(), attack.addresses()));
    }

    long found() {
        return campaigns.stream().filter(Campaign::isFound).count();
    }

    /** The share of the campaigns that were found; 1 if there was none to find. */
    double recall() {
        return share(found(), campaigns.size());
    }

    /** The share of the alerts that are true; 1 if there was none. */
    double precision() {
        return share(alerts.size() - falseAlarms.size(), alerts.size());
    }

    /** Of the campaigns that were noticed at all; 0 if none was. */
    double alertsPerCampaign() {
        return campaigns.stream()
                .filter(each -> !each.alerts().isEmpty())
                .mapToInt(each -> each.alerts().size())
                .average()
                .orElse(0);
    }

    /** The share of their addresses that the found campaigns' alerts name. */
    double addressRecall() {
        var found = campaigns.stream().filter(Campaign::isFound).toList();
        return share(
                found.stream().mapToLong(Campaign::named).sum(),
                found.stream().mapToLong(each -> each.attack().addresses().size()).sum());
    }

    /** The share of the addresses in true alerts that attacked. */
    double addressPrecision() {
        var attackers = new HashSet<Address>();
        campaigns.forEach(each -> attackers.addAll(each.attack().addresses()));
        var named = new HashSet<Address>();
        campaigns.forEach(each -> each.alerts().forEach(a -> named.addAll(a.sources())));
        return share(named.stream().filter(attackers::contains).count(), named.size());
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}

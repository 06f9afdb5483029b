package dev.cordon.infra.bootstrap.cli;

import dev.cordon.infra.bootstrap.cli.Score.Campaign;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A score as a person reads it in a terminal. */
final class ScoreText {

    private ScoreText() {}

    static void print(Score score, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                """
                Campaigns found: %d of %d (%.1f %%), %d more as another kind, %d missed
                Alerts that are true: %d of %d (%.1f %%)
                Alerts for each campaign: %.2f
                Addresses named: %.1f %% of the attackers'; %.1f %% of those named attacked
                Lookalikes that alarmed: %d of %d
                """,
                score.found(),
                score.campaigns().size(),
                100 * score.recall(),
                count(score, Campaign::isMistaken),
                count(score, each -> each.alerts().isEmpty()),
                score.alerts().size() - score.falseAlarms().size(),
                score.alerts().size(),
                100 * score.precision(),
                score.alertsPerCampaign(),
                100 * score.addressRecall(),
                100 * score.addressPrecision(),
                alarmed(score),
                score.lookalikes());
        var kinds =
                score.campaigns().stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.attack().kind(),
                                        TreeMap::new,
                                        Collectors.toList()));
        kinds.forEach((kind, campaigns) -> printKind(score, kind, campaigns, out));
        score.campaigns().stream()
                .filter(each -> !each.isFound())
                .forEach(each -> printMissed(each, out));
        score.falseAlarms().forEach(each -> printFalse(each, out));
    }

    private static long count(Score score, Predicate<Campaign> which) {
        return score.campaigns().stream().filter(which).count();
    }

    private static long alarmed(Score score) {
        return score.falseAlarms().stream()
                .map(Score.FalseAlarm::takenFor)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private static void printKind(
            Score score, String kind, List<Campaign> campaigns, PrintWriter out) {
        out.printf(
                "  %-22s found %3d of %3d, false alarms %2d, delays%s%n",
                kind,
                campaigns.stream().filter(Campaign::isFound).count(),
                campaigns.size(),
                score.falseAlarms().stream()
                        .filter(each -> each.alert().attack().equals(kind))
                        .count(),
                delays(campaigns));
    }

    private static String delays(List<Campaign> campaigns) {
        var all = campaigns.stream().flatMap(each -> each.delay().stream()).sorted().toList();
        return all.isEmpty() ? " -" : " " + shown(all.getFirst()) + " to " + shown(all.getLast());
    }

    private static void printMissed(Campaign campaign, PrintWriter out) {
        var attack = campaign.attack();
        var taken =
                campaign.alerts().stream()
                        .map(alert -> alert.attack() + " by " + alert.rule())
                        .distinct()
                        .toList();
        out.printf(
                "  %s: %s (%s), %s to %s, %d addresses%s%n",
                taken.isEmpty() ? "missed" : "other kind",
                attack.kind(),
                attack.what(),
                attack.start(),
                attack.end(),
                attack.addresses().size(),
                taken.isEmpty() ? "" : ": " + String.join(", ", taken));
    }

    private static void printFalse(Score.FalseAlarm alarm, PrintWriter out) {
        var alert = alarm.alert();
        var takenFor = alarm.takenFor();
        out.printf(
                "  false alarm: %s (%s), %s to %s, %s, %d addresses%s%n",
                alert.rule(),
                alert.attack(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.sources().stream().sorted().findFirst().map(Object::toString).orElse("-"),
                alert.sources().size(),
                takenFor == null ? "" : ": " + takenFor.what());
    }

    private static String shown(Duration delay) {
        long seconds = delay.toSeconds();
        return seconds < 600 ? seconds + " s" : seconds / 60 + " min";
    }
}

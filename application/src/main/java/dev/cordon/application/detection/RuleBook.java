package dev.cordon.application.detection;

import dev.cordon.application.detection.RuleLine.Health;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StoreId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of a store as people read them, with what came of each. */
@Supporting
class RuleBook {

    private static final Duration LATELY = Duration.ofDays(30);

    /** Rules that count rules that count: no rule set goes deeper. */
    private static final int DEEPEST = 12;

    private final RulesInForce rules;
    private final Alerts alerts;
    private final DryRuns runs;
    private final InstantSource clock;

    RuleBook(RulesInForce rules, Alerts alerts, DryRuns runs, InstantSource clock) {
        this.rules = rules;
        this.alerts = alerts;
        this.runs = runs;
        this.clock = clock;
    }

    /** Those that raise alerts, or would if they were not switched off, in their order. */
    List<RuleLine> lines(StoreId store, Tuning tuning) {
        var made = rules.made(tuning);
        var pack = names(rules.made(tuning.withoutOwn()).all().rules());
        var tallies =
                alerts.tallies(store, clock.instant().minus(LATELY)).stream()
                        .collect(Collectors.groupingBy(RuleTally::rule));
        var counted = counted(store, made.all().rules());
        long all = counted.values().stream().mapToLong(Long::longValue).sum();
        var lines = new ArrayList<RuleLine>();
        for (var rule : made.all().rules()) {
            var name = rule.head().name();
            if (made.all().alertsByItself(rule)) {
                var health = health(tallies.getOrDefault(name, List.of()), counted.get(name), all);
                lines.add(line(rule, !pack.contains(name), tuning, health));
            }
        }
        return lines;
    }

    private static RuleLine line(Rule rule, boolean isOwn, Tuning tuning, Health health) {
        var head = rule.head();
        var counting = rule instanceof CorrelationRule each && each.counts() ? each : null;
        return new RuleLine(
                head.name(),
                head.title(),
                head.description(),
                head.level(),
                head.extension().attack(),
                head.falsePositives(),
                isOwn,
                !tuning.off().contains(head.name()),
                counting == null ? null : counting.atLeast(),
                tuning.thresholds().get(head.name()),
                counting == null ? null : counting.timespan(),
                health);
    }

    private static Health health(List<RuleTally> tallies, @Nullable Long lines, long all) {
        int alerts = 0;
        int judged = 0;
        int wrong = 0;
        for (var tally : tallies) {
            alerts += tally.alerts();
            judged += tally.resolution() == null ? 0 : tally.alerts();
            wrong += tally.resolution() == AlertResolution.FALSE_POSITIVE ? tally.alerts() : 0;
        }
        var share = lines == null ? null : (Double) (all == 0 ? 0 : (double) lines / all);
        return new Health(alerts, judged, wrong, lines, share);
    }

    /** How many lines each rule counted in the last dry run; empty if there was none. */
    private Map<String, Long> counted(StoreId store, List<Rule> all) {
        var last = runs.lastFinished(store).map(DryRun::phase).orElse(null);
        if (!(last instanceof DryRun.Phase.Finished(var report, _))) {
            return Map.of();
        }
        var byName = all.stream().collect(Collectors.toMap(rule -> rule.head().name(), r -> r));
        return all.stream()
                .collect(
                        Collectors.toMap(
                                rule -> rule.head().name(),
                                rule -> {
                                    var parts = new HashSet<String>();
                                    collect(rule, byName, parts, 0);
                                    return parts.stream()
                                            .mapToLong(
                                                    part -> report.matched().getOrDefault(part, 0L))
                                            .sum();
                                }));
    }

    /** The rules about single lines that a rule is made of. */
    private static void collect(Rule rule, Map<String, Rule> byName, Set<String> parts, int depth) {
        if (!(rule instanceof CorrelationRule correlation)) {
            parts.add(rule.head().name());
        } else if (depth < DEEPEST) {
            for (var name : correlation.rules()) {
                var member = byName.get(name);
                if (member != null) {
                    collect(member, byName, parts, depth + 1);
                }
            }
        }
    }

    private static Set<String> names(List<Rule> all) {
        return all.stream().map(rule -> rule.head().name()).collect(Collectors.toSet());
    }
}

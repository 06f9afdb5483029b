package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.AttackKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Sigma has no word for: the {@code cordon} key of a rule. All of it is optional.
 *
 * @param attack {@code attack}: what kind of attack its alerts are; null makes the rule a building
 *     block unless it is an event rule that no correlation refers to
 * @param playbook {@code playbook}: the playbook that leads the response
 * @param thresholdSource {@code threshold-source}: who recommends the number, and why this one
 * @param reason {@code reason}: why it fired and what is normal, by language tag ({@code en},
 *     {@code de}), with the placeholders {@code {events}}, {@code {addresses}}, {@code {accounts}},
 *     {@code {window}} and {@code {threshold}}
 * @param successes {@code successes}: rules whose events, of an attacking address, mean that it got
 *     through; they raise the severity by one
 * @param ratio {@code ratio}: counts only where there are so many events for each of other rules;
 *     null if it does not matter
 * @param cold {@code cold: true}: counts only addresses that did not behave like a browser: no
 *     style, script, picture or page of the shop before
 * @param fresh {@code fresh}: counts only addresses first seen within this time; null for all
 * @param baseline {@code baseline}: counts only if it is far above the store's own moving normal;
 *     null if it does not matter
 * @param crowd {@code crowd: true}: the attackers are many, named by what most have in common
 */
public record Extension(
        @Nullable AttackKind attack,
        @Nullable String playbook,
        @Nullable String thresholdSource,
        Map<String, String> reason,
        List<String> successes,
        @Nullable Ratio ratio,
        boolean cold,
        @Nullable Duration fresh,
        @Nullable Baseline baseline,
        boolean crowd) {

    /** A rule that says nothing of its own. */
    public static final Extension NONE =
            new Extension(null, null, null, Map.of(), List.of(), null, false, null, null, false);

    public Extension {
        reason = Map.copyOf(reason);
        successes = List.copyOf(successes);
    }

    /**
     * {@code ratio: {to: [rule, …], at-least: 2}}: for each event of those rules in the same group
     * and window there must be at least so many.
     */
    public record Ratio(List<String> to, double atLeast) {
        public Ratio {
            to = List.copyOf(to);
        }
    }

    /**
     * {@code baseline: {factor: 5, half-life: 1h}}: the window's count must be so many times the
     * exponentially weighted mean of what was usual before.
     */
    public record Baseline(double factor, Duration halfLife) {}
}

package dev.cordon.application.detection;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a store, with what people may change of it and what came of it.
 *
 * @param attack what kind of attack its alerts are; null if it does not say
 * @param falsePositives what it takes for an attack and is none, as its author says
 * @param isOwn whether the store brought it
 * @param isOn whether it raises alerts
 * @param threshold how many it takes to fire, as the rule says; null if it does not count
 * @param tuned how many it takes in this version; null: as the rule says
 * @param window within which it counts; null if it does not
 * @param health what came of it
 */
public record RuleLine(
        String name,
        String title,
        String description,
        Level level,
        @Nullable AttackKind attack,
        List<String> falsePositives,
        boolean isOwn,
        boolean isOn,
        @Nullable Integer threshold,
        @Nullable Integer tuned,
        @Nullable Duration window,
        Health health) {

    public RuleLine {
        falsePositives = List.copyOf(falsePositives);
    }

    /**
     * What came of a rule.
     *
     * @param alerts how many alerts it had a part in lately
     * @param judged how many of them people closed, saying what they were
     * @param falsePositives how many of those were none
     * @param lines how many lines it counted in the store's last dry run; null if there was none
     * @param share of all lines that rules counted there, 0 to 1: what its work grows with
     */
    public record Health(
            int alerts,
            int judged,
            int falsePositives,
            @Nullable Long lines,
            @Nullable Double share) {}
}

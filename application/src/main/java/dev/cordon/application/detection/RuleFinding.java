package dev.cordon.application.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about one rule that somebody wrote, before it runs.
 *
 * @param file as it was named
 * @param name the rule's name; null for a filter, and where it was refused
 * @param title the rule's title; empty if it could not be read
 * @param refused why it cannot run, in English; null if it can
 */
public record RuleFinding(
        String file,
        @Nullable String name,
        String title,
        @Nullable String refused,
        List<Remark> remarks) {

    /** What somebody should know of a rule that is taken. */
    public enum Remark {
        /** It changes other rules and raises nothing itself. */
        FILTER,
        /** Other rules count it; it raises no alert of its own. */
        COUNTED_BY_OTHERS,
        /** It does not say what kind of attack its alerts are. */
        NO_KIND,
        /** It does not say in a sentence why it fires. */
        NO_REASON,
        /** A rule of the program raises no alerts of its own any more, as this one counts it. */
        SILENCES_A_RULE,
        /** The rule is switched off in this version. */
        SWITCHED_OFF
    }

    public RuleFinding {
        remarks = List.copyOf(remarks);
    }
}

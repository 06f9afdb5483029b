package dev.cordon.infra.http.breach;

import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DutyRule;
import dev.cordon.domain.breach.LegalClock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent about a breach. The affected people themselves are not: they stay in the console.
 */
final class BreachJson {

    private BreachJson() {}

    /**
     * A legal clock that runs.
     *
     * @param dueAt absent where the law names no number
     */
    record DutyJson(
            String id,
            String regime,
            String asOf,
            DutyRule.Audience audience,
            String text,
            String source,
            Instant startedAt,
            @Nullable Instant dueAt) {

        static DutyJson of(LegalClock clock) {
            var rule = clock.rule();
            return new DutyJson(
                    rule.id(),
                    rule.regime(),
                    rule.asOf(),
                    rule.audience(),
                    rule.text(),
                    rule.source(),
                    clock.startedAt(),
                    clock.dueAt());
        }
    }

    /** How far the question came. */
    enum Progress {
        REQUESTED,
        DETERMINED,
        FAILED
    }

    /**
     * How many people are affected, and what that number rests on.
     *
     * @param gap why it is no exact answer
     * @param madeUp whether a stand-in store made records up for show
     * @param failure what happened and what to do, if it failed
     */
    record AffectedPeopleJson(
            UUID determination,
            Progress progress,
            @Nullable Basis basis,
            @Nullable Integer people,
            @Nullable Integer explainedLogins,
            int acceptedLogins,
            @Nullable String gap,
            boolean madeUp,
            @Nullable String failure,
            Instant at) {

        static AffectedPeopleJson of(Determination determination) {
            return switch (determination.phase()) {
                case Determination.Phase.Requested(_, var at) ->
                        without(determination, Progress.REQUESTED, null, at);
                case Determination.Phase.Determined(var result, var at) ->
                        with(determination, result, at);
                case Determination.Phase.Failed(var sentence, var at) ->
                        without(determination, Progress.FAILED, sentence, at);
            };
        }

        private static AffectedPeopleJson with(
                Determination determination, Determination.Result result, Instant at) {
            return new AffectedPeopleJson(
                    determination.id().value(),
                    Progress.DETERMINED,
                    result.basis(),
                    result.people(),
                    result.explained(),
                    determination.exposure().acceptedLogins(),
                    result.gap().isEmpty() ? null : result.gap(),
                    result.madeUp(),
                    null,
                    at);
        }

        private static AffectedPeopleJson without(
                Determination determination,
                Progress progress,
                @Nullable String failure,
                Instant at) {
            return new AffectedPeopleJson(
                    determination.id().value(),
                    progress,
                    null,
                    null,
                    null,
                    determination.exposure().acceptedLogins(),
                    null,
                    false,
                    failure,
                    at);
        }
    }
}

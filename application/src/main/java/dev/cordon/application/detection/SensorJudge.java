package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.RejectedLine;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.sensor.Pulse;
import dev.cordon.domain.detection.sensor.SensorCheck;
import dev.cordon.domain.detection.sensor.SensorCheck.Answer;
import dev.cordon.domain.detection.sensor.SensorFinding;
import dev.cordon.domain.detection.sensor.SensorPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Marks since when nothing is seen in a log, and tells people of it. */
@Supporting
class SensorJudge {

    private final StoreWatches watches;
    private final SensorMemory memory;
    private final SensorPlans plans;
    private final BlindSpans spans;
    private final SensorAlerts alerts;
    private final UnitOfWork work;
    private final Ids ids;

    SensorJudge(
            StoreWatches watches,
            SensorMemory memory,
            SensorPlans plans,
            BlindSpans spans,
            SensorAlerts alerts,
            UnitOfWork work,
            Ids ids) {
        this.watches = watches;
        this.memory = memory;
        this.plans = plans;
        this.spans = spans;
        this.alerts = alerts;
        this.work = work;
        this.ids = ids;
    }

    /** What a log did, judged at that moment. */
    private record Case(
            LogSource log,
            Intake intake,
            Pulse pulse,
            SensorPlan plan,
            List<BlindSpan> lasting,
            Instant now) {

        Optional<BlindSpan> lasting(Blindness why) {
            return lasting.stream().filter(span -> span.why() == why).findFirst();
        }
    }

    void judge(LogSource log, Instant now) {
        var intake = watches.intake(log);
        var pulse = memory.pulse(intake, now);
        var passedOver = memory.isNewlyPassedOver(intake, now);
        work.run(
                () -> {
                    var lasting = spans.lasting(log.id());
                    var judged = new Case(log, intake, pulse, plans.of(log), lasting, now);
                    judge(judged);
                    if (passedOver) {
                        markPassedOver(judged);
                    }
                });
        if (passedOver) {
            memory.toldPassedOver(intake, now);
        }
    }

    private void judge(Case judged) {
        var check = new SensorCheck(judged.pulse(), judged.now());
        check.silent(judged.plan().rhythmOf(judged.log()))
                .ifPresent(
                        answer ->
                                settle(
                                        judged,
                                        Blindness.SILENT,
                                        answer,
                                        judged.pulse().lastHeardAt()));
        settle(judged, Blindness.LAGGING, check.lagging(), judged.now());
        check.unparsable()
                .ifPresent(answer -> settle(judged, Blindness.UNPARSABLE, answer, judged.now()));
    }

    private void settle(Case judged, Blindness why, Answer answer, Instant end) {
        var lasting = judged.lasting(why);
        if (!answer.isSo()) {
            lasting.ifPresent(span -> end(judged, span.ended(end)));
        } else if (lasting.isEmpty()) {
            var begun = span(judged, why, answer.since(), null);
            spans.begin(judged.plan().isQuiet(judged.now()) ? begun : told(judged, begun));
        } else if (lasting.get().alert() == null && !judged.plan().isQuiet(judged.now())) {
            spans.change(told(judged, lasting.get()));
        }
    }

    private void end(Case judged, BlindSpan ended) {
        spans.change(ended);
        if (ended.alert() != null) {
            alerts.over(finding(judged, ended));
        }
    }

    /** They were there when the log was last read, and were gone now. */
    private void markPassedOver(Case judged) {
        var last = judged.intake().counts().lastEventAt();
        var from = last == null || last.isAfter(judged.now()) ? judged.now() : last;
        spans.begin(told(judged, span(judged, Blindness.PASSED_OVER, from, judged.now())));
    }

    private BlindSpan span(Case judged, Blindness why, Instant from, @Nullable Instant until) {
        var log = judged.log();
        return new BlindSpan(ids.next(), log.id(), log.store(), why, from, until, null);
    }

    private BlindSpan told(Case judged, BlindSpan span) {
        AlertId alert = alerts.tell(finding(judged, span));
        return span.toldBy(alert);
    }

    private static SensorFinding finding(Case judged, BlindSpan span) {
        var rejected =
                span.why() == Blindness.UNPARSABLE
                        ? judged.intake().counts().samples()
                        : List.<RejectedLine>of();
        return new SensorFinding(judged.log(), span, rejected);
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counts what logs show by time, each line once: with the numbers it is stored up to which place of
 * the log they go, in one transaction, so that whatever is read again after a kill is not counted
 * again.
 */
@Supporting
class TrafficCounting {

    private final Traffics traffics;
    private final UnitOfWork work;

    TrafficCounting(Traffics traffics, UnitOfWork work) {
        this.traffics = traffics;
        this.work = work;
    }

    /** Up to which place of the log lines were counted; 0 if none were. */
    long countedTo(SourceId log) {
        return work.commit(() -> traffics.countedTo(log));
    }

    /**
     * Counts a log from now on.
     *
     * @param stored up to which place lines were counted
     * @param from lines that begin before that place are not counted again
     */
    Counted count(SourceId log, DetectionEngine.Source source, long stored, long from) {
        source.countTraffic(from);
        return new Counted(log, source, stored);
    }

    /** Numbers of which the time is over go; it may be done at any time. */
    void forgetOld(Instant now) {
        work.run(
                () -> {
                    for (var step : TrafficStep.values()) {
                        traffics.forget(step, step.oldest(now));
                    }
                });
    }

    /** One log's numbers on their way to where they are kept. */
    final class Counted {

        private final SourceId log;
        private final DetectionEngine.Source source;
        private long stored;
        private @Nullable Traffic waiting;

        private Counted(SourceId log, DetectionEngine.Source source, long stored) {
            this.log = log;
            this.source = source;
            this.stored = stored;
        }

        /**
         * Stores what was counted. What failed is tried again as it was, and first: nobody knows
         * whether it was stored after all.
         */
        void store() {
            if (waiting != null) {
                add(waiting);
            }
            var counted = source.traffic().filter(traffic -> !traffic.parts().isEmpty());
            counted.ifPresent(this::add);
        }

        private void add(Traffic traffic) {
            waiting = traffic;
            work.run(() -> traffics.add(log, stored, traffic));
            stored = traffic.to();
            waiting = null;
        }
    }
}

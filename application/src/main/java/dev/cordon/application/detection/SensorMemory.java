package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What each log did within the last minutes. Forgotten with the end of the program. */
@Supporting
class SensorMemory {

    private static final Duration LATELY = Duration.ofMinutes(10);

    private record Sample(Instant at, IntakeCounts counts) {}

    private static final class Heard {
        private final Instant since;
        private final Deque<Sample> samples = new ArrayDeque<>();
        private long passedOver;

        Heard(Instant since) {
            this.since = since;
        }
    }

    private final Map<SourceId, Heard> all = new ConcurrentHashMap<>();

    /** Takes note of what is known of a log now. */
    Pulse pulse(Intake intake, Instant now) {
        var heard = heard(intake, now);
        var samples = heard.samples;
        samples.addLast(new Sample(now, intake.counts()));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(LATELY))) {
            samples.removeFirst();
        }
        var first = samples.getFirst();
        return new Pulse(
                heard.since,
                intake.lastReceivedAt(),
                intake.lag(),
                intake.backlog(),
                intake.counts(),
                intake.counts().since(first.counts()),
                first.at());
    }

    /** Whether lines were passed over that nobody was told of yet. */
    boolean isNewlyPassedOver(Intake intake, Instant now) {
        return intake.passedOver() > heard(intake, now).passedOver;
    }

    /** It was told. */
    void toldPassedOver(Intake intake, Instant now) {
        heard(intake, now).passedOver = intake.passedOver();
    }

    private Heard heard(Intake intake, Instant now) {
        return all.computeIfAbsent(intake.source().id(), _ -> new Heard(now));
    }
}

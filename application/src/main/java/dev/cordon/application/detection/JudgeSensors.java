package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after every log of a real store: whether it is silent, late or not understood, whether
 * lines were lost, and whether it told that a security plugin was switched off. Marks for which
 * time nothing is seen, and raises an alert. Doing it again changes nothing.
 */
@StreamingUseCase
public class JudgeSensors {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeSensors.class);

    private final LogSources sources;
    private final SensorJudge judge;
    private final PluginsOff plugins;
    private final SensorGaps gaps;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    JudgeSensors(
            LogSources sources,
            SensorJudge judge,
            PluginsOff plugins,
            SensorGaps gaps,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.sources = sources;
        this.judge = judge;
        this.plugins = plugins;
        this.gaps = gaps;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** A log that cannot be judged now is judged the next time, and keeps nobody else waiting. */
    @Requires(Permission.LOG_INGEST)
    public void judge() {
        for (var log : work.commit(() -> sources.all(caller.scope()))) {
            if (log.mode() == Mode.LIVE) {
                judge(log);
            }
        }
    }

    private void judge(LogSource log) {
        try {
            judge.judge(log, clock.instant());
            work.run(() -> plugins.mark(log, clock.instant()));
            gaps.mark(log);
        } catch (IOException | RuntimeException failure) {
            LOG.warn(
                    "a log could not be judged and will be the next time log={}",
                    log.id(),
                    failure);
        }
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the raw lines that are kept long enough, and writes down first what it deletes. What
 * detection still needs stays, and so does what a legal hold holds. Numbers of traffic go when
 * their time is over. Doing it again changes nothing.
 */
@StreamingUseCase
public class DeleteOldLines {

    private static final Logger LOG = LoggerFactory.getLogger(DeleteOldLines.class);

    private final LogSources sources;
    private final LogDeleting deleting;
    private final TrafficCounting counting;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    DeleteOldLines(
            LogSources sources,
            LogDeleting deleting,
            TrafficCounting counting,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.sources = sources;
        this.deleting = deleting;
        this.counting = counting;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** A log that cannot be looked after now is the next time, and keeps nobody else waiting. */
    @Requires(Permission.LOG_INGEST)
    public void delete() {
        for (var log : work.commit(() -> sources.all(caller.scope()))) {
            delete(log);
        }
        counting.forgetOld(clock.instant());
    }

    private void delete(LogSource log) {
        try {
            deleting.deleteOld(log, caller.actor());
        } catch (IOException | RuntimeException failure) {
            LOG.warn(
                    "old lines could not be deleted and will be the next time log={}",
                    log.id(),
                    failure);
        }
    }
}

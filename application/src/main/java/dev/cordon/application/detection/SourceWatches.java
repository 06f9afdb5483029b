package dev.cordon.application.detection;

import dev.cordon.application.detection.SourceWatch.Standing;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.rule.RuleSet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One engine for each source that sent anything. */
@Supporting
class SourceWatches {

    private static final Logger LOG = LoggerFactory.getLogger(SourceWatches.class);

    private final LogSpool spool;
    private final RaisingAlerts raising;
    private final RuleSet rules;
    private final DetectionSettings settings;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<SourceId, SourceWatch> watches = new ConcurrentHashMap<>();

    SourceWatches(
            LogSpool spool,
            RaisingAlerts raising,
            RuleSet rules,
            DetectionSettings settings,
            Ids ids,
            InstantSource clock) {
        this.spool = spool;
        this.raising = raising;
        this.rules = rules;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Lets the source's engine read all that is new, and stores what that shows. Whatever prevents
     * it is tried again at the next call: the lines are safe, so their sender must not hear of a
     * failure and send them twice.
     */
    Standing catchUp(LogSource source) {
        try {
            watches.computeIfAbsent(source.id(), _ -> begin(source))
                    .catchUp(source, raising, clock.instant());
        } catch (IOException | RuntimeException failure) {
            LOG.warn("detection is behind and will try again source={}", source.id(), failure);
        }
        return standing(source.id());
    }

    Standing standing(SourceId source) {
        var watch = watches.get(source);
        return watch == null ? Standing.START : watch.standing();
    }

    private SourceWatch begin(LogSource source) {
        long salt = ids.next().getLeastSignificantBits();
        return new SourceWatch(source, new DetectionEngine(rules, settings, salt), spool);
    }
}

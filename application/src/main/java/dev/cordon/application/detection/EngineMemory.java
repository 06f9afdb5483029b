package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.state.StateBroken;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes engines that know what they knew before a restart. */
@Supporting
class EngineMemory {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMemory.class);

    /**
     * An engine, and how far it has read each log, in bytes since the log's beginning. What is not
     * named was not read.
     */
    record Known(DetectionEngine engine, Map<SourceId, Long> positions) {}

    private final DetectionStates states;
    private final RuleSet rules;
    private final DetectionSettings settings;
    private final Ids ids;

    EngineMemory(DetectionStates states, RuleSet rules, DetectionSettings settings, Ids ids) {
        this.states = states;
        this.rules = rules;
        this.settings = settings;
        this.ids = ids;
    }

    /** As it was saved; new where nothing was, or only what fits no more. */
    Known load(StoreLogs logs) throws IOException {
        long salt = ids.next().getLeastSignificantBits();
        var saved = states.load(logs.store(), logs.mode());
        var known = saved.flatMap(state -> read(state, salt));
        if (saved.isPresent() && known.isEmpty()) {
            LOG.info(
                    "detection reads its logs again, as rules or settings are others store={}",
                    logs.store());
        }
        return known.orElseGet(
                () -> new Known(new DetectionEngine(rules, settings, salt), Map.of()));
    }

    void save(StoreLogs logs, DetectionEngine engine, Map<SourceId, Long> positions)
            throws IOException {
        var to = new StateWriter();
        to.number(positions.size());
        positions.forEach(
                (source, position) -> {
                    to.text(source.value());
                    to.number(position);
                });
        to.bytes(engine.save());
        states.save(logs.store(), logs.mode(), to.toBytes());
    }

    private Optional<Known> read(byte[] state, long salt) {
        try {
            var from = new StateReader(state);
            var positions = new LinkedHashMap<SourceId, Long>();
            from.each(() -> positions.put(new SourceId(from.text()), from.number()));
            return DetectionEngine.restored(rules, settings, salt, from.bytes())
                    .map(engine -> new Known(engine, positions));
        } catch (StateBroken damaged) {
            return Optional.empty();
        }
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.detection.RulesInForce.Made;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.state.StateBroken;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import dev.cordon.domain.kernel.Canonical;
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
    private static final String FORM = "cordon/detection-state/v1";

    /**
     * An engine, and how far it has read each log, in bytes since the log's beginning. What is not
     * named was not read.
     *
     * @param rules what it runs by
     * @param isNew whether it has not seen what lies before those places, as other rules ran then
     */
    record Known(
            DetectionEngine engine, Map<SourceId, Long> positions, Made rules, boolean isNew) {}

    private final DetectionStates states;
    private final RulesInForce rules;
    private final Ids ids;

    EngineMemory(DetectionStates states, RulesInForce rules, Ids ids) {
        this.states = states;
        this.rules = rules;
        this.ids = ids;
    }

    /** What the store's engine has to run by now. */
    Made rules(StoreLogs logs) {
        return rules.of(logs.store());
    }

    /**
     * As it was saved; new where nothing was, or where it is damaged. If other rules ran then, a
     * new engine goes on from the places that were reached.
     */
    Known load(StoreLogs logs, Made rules) throws IOException {
        long salt = salt();
        var saved = states.load(logs.store(), logs.mode());
        var known = saved.flatMap(state -> read(state, rules, salt));
        if (saved.isPresent() && known.isEmpty()) {
            LOG.info("detection reads its logs again store={}", logs.store());
        }
        return known.orElseGet(() -> new Known(engine(rules, salt), Map.of(), rules, false));
    }

    /** A new engine that goes on from there by other rules. */
    Known changed(StoreLogs logs, Made rules, Map<SourceId, Long> positions) {
        LOG.info(
                "detection goes on by other rules store={} content={}",
                logs.store(),
                rules.content());
        return new Known(engine(rules, salt()), positions, rules, true);
    }

    private long salt() {
        return ids.next().getLeastSignificantBits();
    }

    private static DetectionEngine engine(Made rules, long salt) {
        return new DetectionEngine(rules.rules(), rules.settings(), salt);
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
        var sealed = new StateWriter();
        sealed.text(seal(to.toBytes()));
        sealed.bytes(to.toBytes());
        states.save(logs.store(), logs.mode(), sealed.toBytes());
    }

    /** The places are believed only if nothing of them was changed. */
    private static String seal(byte[] state) {
        return Canonical.tagged(FORM).add(state).sha256().hex();
    }

    private Optional<Known> read(byte[] state, Made rules, long salt) {
        try {
            var sealed = new StateReader(state);
            var seal = sealed.text();
            var bytes = sealed.bytes();
            if (!seal(bytes).equals(seal)) {
                return Optional.empty();
            }
            var from = new StateReader(bytes);
            var positions = new LinkedHashMap<SourceId, Long>();
            from.each(() -> positions.put(new SourceId(from.text()), from.number()));
            var engine =
                    DetectionEngine.restored(rules.rules(), rules.settings(), salt, from.bytes());
            return Optional.of(
                    new Known(
                            engine.orElseGet(() -> engine(rules, salt)),
                            positions,
                            rules,
                            engine.isEmpty()));
        } catch (StateBroken damaged) {
            return Optional.empty();
        }
    }
}

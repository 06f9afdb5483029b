package dev.cordon.application.detection;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.rule.SigmaLoader;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which rules and settings each store's detection runs: those of the program and its operator,
 * tuned as the store's version in force says. A rehearsal runs by the same as the real thing.
 */
@Supporting
class RulesInForce {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final int REMEMBERED = 16;

    /**
     * Rules and settings, ready to run.
     *
     * @param content of the tuning that made them
     * @param all the rules before any was switched off or counts otherwise
     */
    record Made(Sha256 content, RuleSet all, RuleSet rules, DetectionSettings settings) {}

    private final RuleVersions versions;
    private final RuleTexts texts;
    private final DetectionSettings operators;
    private final UnitOfWork work;
    private final List<RuleFile> pack;
    private final Map<StoreId, Made> known = new ConcurrentHashMap<>();
    private final Map<Sha256, Made> made =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Sha256, Made> eldest) {
                    return size() > REMEMBERED;
                }
            };

    RulesInForce(
            RuleVersions versions, RuleTexts texts, DetectionSettings operators, UnitOfWork work) {
        this.versions = versions;
        this.texts = texts;
        this.operators = operators;
        this.work = work;
        this.pack = texts.pack();
    }

    /** What is in force now; while that cannot be asked, what was known to be. */
    Made of(StoreId store) {
        var before = known.get(store);
        try {
            var now = work.commit(() -> read(store));
            known.put(store, now);
            return now;
        } catch (RuntimeException unreachable) {
            // Detection goes on while the database is away; lines must not wait for it.
            if (before == null) {
                throw unreachable;
            }
            LOG.debug("rules in force cannot be asked, those known run on store={}", store);
            return before;
        }
    }

    private Made read(StoreId store) {
        var before = known.get(store);
        var content = versions.contentInForce(store).orElse(Tuning.NONE.hash());
        return before != null && before.content().equals(content)
                ? before
                : made(versions.inForce(store).map(RuleVersion::tuning).orElse(Tuning.NONE));
    }

    /** The rules that a tuning makes; what cannot be run is refused and left out. */
    Made made(Tuning tuning) {
        var content = tuning.hash();
        synchronized (made) {
            return made.computeIfAbsent(content, _ -> make(content, tuning));
        }
    }

    private Made make(Sha256 content, Tuning tuning) {
        var settings = tuning.of(operators);
        var files = new ArrayList<>(pack);
        tuning.own().forEach(own -> files.add(texts.read(own.name(), own.text())));
        var all = SigmaLoader.load(files, settings.placeholders());
        return new Made(content, all, all.tuned(tuning.thresholds(), tuning.off()), settings);
    }

    /** The files of a tuning's own rules, as plain values. */
    List<RuleFile> own(Tuning tuning) {
        return tuning.own().stream().map(own -> texts.read(own.name(), own.text())).toList();
    }

    DetectionSettings operators() {
        return operators;
    }
}

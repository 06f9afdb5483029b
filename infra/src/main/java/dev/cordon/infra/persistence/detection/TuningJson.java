package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.domain.detection.tuning.Tuning;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A tuning as one JSON object, with networks as people write them. */
record TuningJson(
        @Nullable String campaignGap,
        List<String> accountPaths,
        List<String> allowed,
        SortedMap<String, Integer> thresholds,
        SortedSet<String> off,
        List<OwnRules> own) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static String write(Tuning tuning) {
        var gap = tuning.campaignGap();
        return JSON.writeValueAsString(
                new TuningJson(
                        gap == null ? null : gap.toString(),
                        tuning.accountPaths(),
                        tuning.allowed().stream().map(Allowed::text).toList(),
                        new TreeMap<>(tuning.thresholds()),
                        new TreeSet<>(tuning.off()),
                        tuning.own()));
    }

    static Tuning read(String json) {
        var stored = JSON.readValue(json, TuningJson.class);
        var gap = stored.campaignGap();
        return new Tuning(
                gap == null ? null : Duration.parse(gap),
                stored.accountPaths(),
                stored.allowed().stream().map(Allowed::of).toList(),
                stored.thresholds(),
                stored.off(),
                stored.own());
    }
}

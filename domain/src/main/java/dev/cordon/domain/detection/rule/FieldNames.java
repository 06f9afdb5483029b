package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.FieldMeaning.ClassNumber;
import dev.cordon.domain.detection.rule.FieldMeaning.Count;
import dev.cordon.domain.detection.rule.FieldMeaning.Source;
import dev.cordon.domain.detection.rule.FieldMeaning.Words;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the names of Sigma's web server taxonomy mean here; names of OCSF mean themselves. The table
 * of {@code docs/detection.md}.
 *
 * <p>Public rules write {@code cs-uri-query} also where they mean the path, so it means the query
 * or the whole target.
 */
final class FieldNames {

    private static final Map<String, FieldMeaning> TAXONOMY = taxonomy();

    private static final Map<String, FieldMeaning> OCSF =
            Map.of(
                    "http_response.code", new Count(NumberField.STATUS),
                    "http_response.length", new Count(NumberField.SIZE),
                    "src_endpoint.ip", new Source(),
                    "class_uid", new ClassNumber());

    private FieldNames() {}

    private static Map<String, FieldMeaning> taxonomy() {
        var names = new HashMap<String, FieldMeaning>();
        put(names, Words.of(EventField.METHOD), "cs-method", "c-method");
        put(names, Words.of(EventField.TARGET), "cs-uri", "c-uri");
        put(
                names,
                new Words(Set.of(EventField.TARGET, EventField.QUERY), EventField.QUERY),
                "cs-uri-query",
                "c-uri-query");
        put(
                names,
                Words.of(EventField.PATH),
                "cs-uri-stem",
                "c-uri-stem",
                "cs-uri-path",
                "c-uri-path");
        put(names, Words.of(EventField.HOST), "cs-host", "r-dns");
        put(
                names,
                Words.of(EventField.USER_AGENT),
                "cs-user-agent",
                "cs-useragent",
                "c-user-agent",
                "c-useragent");
        put(
                names,
                Words.of(EventField.REFERER),
                "cs-referer",
                "cs-referrer",
                "c-referer",
                "c-referrer");
        put(names, Words.of(EventField.ACTOR), "cs-username", "c-username");
        put(names, Words.of(EventField.FORWARDED_FOR), "cs-x-forwarded-for", "x-forwarded-for");
        put(names, new Count(NumberField.STATUS), "sc-status");
        put(names, new Count(NumberField.SIZE), "sc-bytes");
        put(names, new Source(), "c-ip", "src-ip");
        return names;
    }

    private static void put(
            Map<String, FieldMeaning> names, FieldMeaning meaning, String... spellings) {
        for (var spelling : spellings) {
            names.put(spelling, meaning);
        }
    }

    /** Capital letters and underscores make no other name. */
    static FieldMeaning meaning(String name) {
        var small = name.strip().toLowerCase(Locale.ROOT);
        var known = TAXONOMY.getOrDefault(small.replace('_', '-'), OCSF.get(small));
        if (known != null) {
            return known;
        }
        return EventField.named(small)
                .<FieldMeaning>map(Words::of)
                .orElseThrow(() -> new Refused("no log here has the field " + name));
    }

    /** What a correlation groups by or counts. */
    static GroupField group(String name) {
        var small = name.strip().toLowerCase(Locale.ROOT);
        if (small.equals("url.resolved_path")) {
            return new GroupField.ResolvedPath();
        }
        return switch (meaning(name)) {
            case Source() -> new GroupField.SourceAddress();
            case Words(_, var proper) ->
                    proper == EventField.PATH && EventField.named(small).isEmpty()
                            ? new GroupField.ResolvedPath()
                            : new GroupField.Field(proper);
            case Count _, ClassNumber _, FieldMeaning.Anything _ ->
                    throw new Refused("events cannot be grouped or counted by " + name);
        };
    }
}

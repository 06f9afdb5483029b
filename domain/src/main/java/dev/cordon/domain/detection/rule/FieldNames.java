package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of Sigma's web server taxonomy mean here. Names of OCSF mean themselves.
 *
 * <p>Public rules write {@code cs-uri-query} also where they mean the path, so it means the query
 * or the whole target.
 */
final class FieldNames {

    private static final Set<EventField> URI = Set.of(EventField.TARGET, EventField.QUERY);

    private static final Map<String, Set<EventField>> TEXTS =
            Map.ofEntries(
                    Map.entry("cs-method", Set.of(EventField.METHOD)),
                    Map.entry("c-method", Set.of(EventField.METHOD)),
                    Map.entry("cs-uri", Set.of(EventField.TARGET)),
                    Map.entry("c-uri", Set.of(EventField.TARGET)),
                    Map.entry("cs-uri-query", URI),
                    Map.entry("c-uri-query", URI),
                    Map.entry("cs-uri-stem", Set.of(EventField.PATH)),
                    Map.entry("c-uri-stem", Set.of(EventField.PATH)),
                    Map.entry("c-uri-path", Set.of(EventField.PATH)),
                    Map.entry("cs-host", Set.of(EventField.HOST)),
                    Map.entry("r-dns", Set.of(EventField.HOST)),
                    Map.entry("cs-user-agent", Set.of(EventField.USER_AGENT)),
                    Map.entry("c-useragent", Set.of(EventField.USER_AGENT)),
                    Map.entry("cs-referer", Set.of(EventField.REFERER)),
                    Map.entry("cs-referrer", Set.of(EventField.REFERER)),
                    Map.entry("cs-username", Set.of(EventField.ACTOR)),
                    Map.entry("cs-x-forwarded-for", Set.of(EventField.FORWARDED_FOR)));

    private static final Map<String, Condition.NumberField> NUMBERS =
            Map.of(
                    "sc-status", Condition.NumberField.STATUS,
                    "http_response.code", Condition.NumberField.STATUS,
                    "sc-bytes", Condition.NumberField.SIZE,
                    "http_response.length", Condition.NumberField.SIZE);

    private static final Set<String> ADDRESSES = Set.of("c-ip", "src_ip", "src_endpoint.ip");

    private FieldNames() {}

    static Set<EventField> texts(String name) {
        var known = TEXTS.get(plain(name));
        if (known != null) {
            return known;
        }
        return EventField.named(name)
                .map(Set::of)
                .orElseThrow(() -> new Refused("no log here has the field " + name));
    }

    static Condition.@Nullable NumberField number(String name) {
        return NUMBERS.get(NUMBERS.containsKey(name) ? name : plain(name));
    }

    static boolean isAddress(String name) {
        return ADDRESSES.contains(name) || ADDRESSES.contains(plain(name));
    }

    /** What a correlation groups by or counts. */
    static GroupField group(String name) {
        if (isAddress(name)) {
            return new GroupField.SourceAddress();
        }
        if (name.equals("url.resolved_path") || plain(name).equals("cs-uri-stem")) {
            return new GroupField.ResolvedPath();
        }
        var fields = texts(name);
        return new GroupField.Field(
                fields.contains(EventField.QUERY) ? EventField.QUERY : fields.iterator().next());
    }

    private static String plain(String name) {
        return name.replace('_', '-');
    }
}

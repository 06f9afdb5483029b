package dev.cordon.infra.bootstrap.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to the stand-in store. */
record Asked(String method, String path, Map<String, String> parameters) {

    static Asked of(String method, URI uri) {
        var parameters = new HashMap<String, String>();
        var query = uri.getRawQuery();
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Asked(method, uri.getPath(), parameters);
    }

    int number(String name, int usual) {
        var value = parameters.get(name);
        return value != null && value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : usual;
    }

    @Nullable Instant moment(String name) {
        var value = parameters.get(name);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

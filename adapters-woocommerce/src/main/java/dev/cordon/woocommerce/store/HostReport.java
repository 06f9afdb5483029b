package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.SystemStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a look around on a store's host brought. Plugins and PHP may print anything in between, so
 * only lines of the forms that were asked for count.
 *
 * @param tools what is there
 * @param site what WordPress said of itself; missing when it did not start
 */
record HostReport(Set<String> tools, @Nullable String wpCliVersion, JsonNode site) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THERE = "there ";
    private static final String CLI = "WP-CLI ";

    static HostReport of(String out) {
        var lines = out.lines().map(String::strip).toList();
        return new HostReport(
                lines.stream()
                        .filter(line -> line.startsWith(THERE))
                        .map(line -> line.substring(THERE.length()))
                        .collect(Collectors.toUnmodifiableSet()),
                lines.stream()
                        .filter(line -> line.matches("WP-CLI [0-9][0-9A-Za-z.-]{0,30}"))
                        .map(line -> line.substring(CLI.length()))
                        .findFirst()
                        .orElse(null),
                lines.stream()
                        .filter(line -> line.startsWith("{\"wordpress\""))
                        .map(HostReport::parsed)
                        .findFirst()
                        .orElseGet(JSON::missingNode));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    boolean has(String tool) {
        return tools.contains(tool);
    }

    boolean is(String field) {
        return site.path(field).asBoolean(false);
    }

    @Nullable String wordPressVersion() {
        return text("wordpress");
    }

    @Nullable String wooCommerceVersion() {
        return text("woocommerce");
    }

    /** An option that was never set means that orders are posts still. */
    SystemStatus asStatus() {
        return new SystemStatus(
                String.valueOf(text("woocommerce")),
                String.valueOf(text("wordpress")),
                String.valueOf(text("php")),
                "yes".equals(text("hpos")),
                List.of());
    }

    private @Nullable String text(String field) {
        var value = site.path(field);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }
}

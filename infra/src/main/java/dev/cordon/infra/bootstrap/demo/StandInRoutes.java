package dev.cordon.infra.bootstrap.demo;

import dev.cordon.domain.store.RestCredential;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The stand-in store's routes: paging, windows, {@code _fields} and refusals as recorded. */
final class StandInRoutes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MODIFIED = "date_modified_gmt";

    private final StandInRecords records;

    StandInRoutes(StandInRecords records) {
        this.records = records;
    }

    record Answer(int status, Map<String, String> headers, JsonNode body) {}

    Answer answer(Asked asked, @Nullable RestCredential holder) {
        if (!asked.method().equals("GET")) {
            return refused(404, "rest_no_route", "The stand-in store answers questions only.");
        }
        return switch (asked.path()) {
            case "/wp-json/" -> ok(index());
            case "/wp-json/wc/v3/orders" ->
                    forShop(holder, () -> page(asked, records.orders(), "date_created_gmt"));
            case "/wp-json/wc/v3/customers" ->
                    forShop(holder, () -> page(asked, records.customers(), null));
            case "/wp-json/wc-analytics/reports/customers" ->
                    forShop(holder, () -> page(asked, records.activity(), null));
            case "/wp-json/wc/v3/system_status" ->
                    forShop(holder, () -> ok(StandInRecords.read("system_status")));
            case "/wp-json/wc/v3/payment_gateways",
                    "/wp-json/wc/v3/settings/advanced/woocommerce_feature_rate_limit_checkout_enabled",
                    "/wp-json/wc/v3/webhooks" ->
                    forShop(holder, () -> page(asked, List.of(), null));
            case "/wp-json/wp/v2/plugins" ->
                    forSite(holder, () -> ok(StandInRecords.read("plugins")));
            case "/wp-json/wp/v2/users/me" -> forSite(holder, () -> ok(me()));
            case "/wp-json/wp/v2/users" -> forSite(holder, () -> page(asked, List.of(me()), null));
            case "/wp-json/cordon-sensor/v1/sessions" ->
                    forSite(holder, () -> page(asked, records.sessions(), "logged_in_gmt"));
            default -> refused(404, "rest_no_route", "No route was found matching the URL.");
        };
    }

    private interface Reply {
        Answer get();
    }

    private static Answer forShop(@Nullable RestCredential holder, Reply reply) {
        return holder == null
                ? refused(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")
                : reply.get();
    }

    private static Answer forSite(@Nullable RestCredential holder, Reply reply) {
        return holder instanceof RestCredential.ApplicationPassword
                ? reply.get()
                : refused(401, "rest_not_logged_in", "You are not currently logged in.");
    }

    private static Answer page(Asked asked, List<JsonNode> all, @Nullable String time) {
        var matching =
                all.stream()
                        .filter(each -> within(asked, each, time))
                        .filter(each -> isModifiedWithin(asked, each))
                        .sorted(sorted(asked))
                        .toList();
        int size = Math.clamp(asked.number("per_page", 10), 1, 100);
        int page = Math.max(asked.number("page", 1), 1);
        int start = Math.min(asked.number("offset", (page - 1) * size), matching.size());
        int end = Math.min(start + size, matching.size());
        var items = JSON.createArrayNode();
        matching.subList(start, end).forEach(each -> items.add(fields(asked, each)));
        int pages = (matching.size() + size - 1) / size;
        boolean beyond = page > Math.max(pages, 1);
        return new Answer(
                200,
                Map.of(
                        "X-WP-Total", Integer.toString(beyond ? 0 : matching.size()),
                        "X-WP-TotalPages", Integer.toString(beyond ? 0 : pages),
                        "Allow", "GET, POST"),
                items);
    }

    private static boolean within(Asked asked, JsonNode each, @Nullable String time) {
        if (time == null) {
            return true;
        }
        var after = asked.moment("after");
        var before = asked.moment("before");
        var at = StandInRecords.time(each, time);
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }

    private static boolean isModifiedWithin(Asked asked, JsonNode each) {
        var after = asked.moment("modified_after");
        var before = asked.moment("modified_before");
        if (after == null && before == null) {
            return true;
        }
        var at = StandInRecords.time(each, MODIFIED);
        return (after == null || at.isAfter(after)) && (before == null || at.isBefore(before));
    }

    /** Otherwise they stay in the order of their ids. */
    private static Comparator<JsonNode> sorted(Asked asked) {
        return "modified".equals(asked.parameters().get("orderby"))
                ? Comparator.comparing(each -> StandInRecords.time(each, MODIFIED))
                : (_, _) -> 0;
    }

    /** {@code _fields=id,billing.email}: no more than was asked for. */
    private static JsonNode fields(Asked asked, JsonNode record) {
        var wanted = asked.parameters().get("_fields");
        if (wanted == null) {
            return record;
        }
        var cut = JSON.createObjectNode();
        for (var field : wanted.split(",", -1)) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                copy(record, cut, field);
            } else {
                var outer = field.substring(0, dot);
                copy(record.path(outer), cut.withObjectProperty(outer), field.substring(dot + 1));
            }
        }
        return cut;
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.path(field));
        }
    }

    private static JsonNode index() {
        var index = JSON.createObjectNode();
        index.put("name", "Fjordshop (stand-in, made up)");
        index.put("timezone_string", "Europe/Berlin");
        ArrayNode namespaces = index.putArray("namespaces");
        List.of("wc/v3", "wc-analytics", "wp/v2", "cordon-sensor/v1").forEach(namespaces::add);
        return index;
    }

    private static JsonNode me() {
        var me = JSON.createObjectNode().put("id", 1L).put("username", "standin");
        me.putObject("capabilities")
                .put("activate_plugins", true)
                .put("list_users", true)
                .put("edit_users", true)
                .put("promote_users", true);
        return me;
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, Map.of("Allow", "GET"), body);
    }

    private static Answer refused(int status, String code, String message) {
        var body = JSON.createObjectNode().put("code", code).put("message", message);
        body.putObject("data").put("status", status);
        return new Answer(status, Map.of(), body);
    }
}

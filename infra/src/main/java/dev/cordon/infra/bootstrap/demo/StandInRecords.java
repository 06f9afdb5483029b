package dev.cordon.infra.bootstrap.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the stand-in store knows: answers recorded from a real store, moved to the demonstration's
 * time. Which account a login belongs to is made up, and each session record says so.
 */
final class StandInRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Replays replays;
    private final InstantSource clock;
    private final Duration sinceRecording;
    private final Map<Long, JsonNode> customers = new HashMap<>();
    private final List<JsonNode> orders = new ArrayList<>();
    private final List<JsonNode> sessions = new ArrayList<>();

    StandInRecords(Replays replays, InstantSource clock) {
        this.replays = replays;
        this.clock = clock;
        var first = replays.shifts().stream().findFirst();
        this.sinceRecording =
                first.orElseGet(() -> Duration.between(replays.attack().begin(), clock.instant()));
        read("customers").forEach(each -> customers.put(each.path("id").asLong(), each));
        read("orders").forEach(order -> orders.add(order(order)));
        read("sessions").forEach(sessions::add);
    }

    /** A recorded answer as it is. */
    static JsonNode read(String name) {
        try (var in = StandInRecords.class.getResourceAsStream("/demo/store/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("no recorded answer " + name + " in the program");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> customers() {
        return byId(customers.values().stream().toList());
    }

    List<JsonNode> orders() {
        return byId(orders);
    }

    /** The logins of every replay that have happened by now, oldest first. */
    List<JsonNode> sessions() {
        var now = clock.instant();
        var happened = new ArrayList<JsonNode>();
        for (var shift : replays.shifts()) {
            for (var session : sessions) {
                var at = time(session, "logged_in_gmt").plus(shift);
                if (!at.isAfter(now)) {
                    happened.add(session(session, at));
                }
            }
        }
        return happened;
    }

    /** Who was used last on which day, from logins and orders, as WooCommerce's report has it. */
    List<JsonNode> activity() {
        var last = new HashMap<Long, Instant>();
        orders.forEach(
                order ->
                        last.merge(
                                order.path("customer_id").asLong(),
                                time(order, "date_created_gmt"),
                                StandInRecords::later));
        sessions()
                .forEach(
                        session ->
                                last.merge(
                                        session.path("account").path("id").asLong(),
                                        time(session, "logged_in_gmt").truncatedTo(ChronoUnit.DAYS),
                                        StandInRecords::later));
        return customers().stream().map(customer -> active(customer, last)).toList();
    }

    static Instant time(JsonNode node, String field) {
        return LocalDateTime.parse(node.path(field).asString()).toInstant(ZoneOffset.UTC);
    }

    /** Recorded without the time of its last change: then that of its creation. */
    private JsonNode order(JsonNode recorded) {
        var order = (ObjectNode) moved(recorded, "date_created_gmt", sinceRecording);
        return order.put("date_modified_gmt", order.path("date_created_gmt").asString());
    }

    private JsonNode session(JsonNode recorded, Instant at) {
        var session = ((ObjectNode) recorded).deepCopy();
        session.set("account", account(recorded.path("account").asLong()));
        session.put("logged_in_gmt", written(at));
        session.put("made_up", true);
        return session;
    }

    private ObjectNode account(long id) {
        var customer = customers.get(id);
        if (customer == null) {
            throw new IllegalStateException("a session belongs to nobody: " + id);
        }
        var account = ((ObjectNode) customer).deepCopy();
        account.set("country", customer.path("billing").path("country"));
        account.set("state", customer.path("billing").path("state"));
        return account.without(List.of("billing", "role"));
    }

    private static JsonNode active(JsonNode customer, Map<Long, Instant> last) {
        var row = JSON.createObjectNode();
        row.set("user_id", customer.path("id"));
        for (var field : List.of("email", "first_name", "last_name")) {
            row.set(field, customer.path(field));
        }
        for (var field : List.of("country", "state")) {
            row.set(field, customer.path("billing").path(field));
        }
        var seen = last.get(customer.path("id").asLong());
        row.put("date_last_active", seen == null ? null : written(seen));
        return row;
    }

    private static JsonNode moved(JsonNode record, String field, Duration by) {
        var moved = ((ObjectNode) record).deepCopy();
        return moved.put(field, written(time(record, field).plus(by)));
    }

    private static List<JsonNode> byId(List<JsonNode> records) {
        return records.stream()
                .sorted(Comparator.comparingLong(each -> each.path("id").asLong()))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** As WooCommerce writes it: UTC in whole seconds, without saying so. */
    private static String written(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }
}

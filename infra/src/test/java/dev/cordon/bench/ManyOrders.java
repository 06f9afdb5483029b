package dev.cordon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stand-in for a store with very many orders, a few in each second, which it makes up as it is
 * asked for them: it answers the one question that the mirror asks, and keeps nothing.
 */
final class ManyOrders implements AutoCloseable {

    private static final int IN_A_SECOND = 3;
    private static final Instant FIRST =
            Instant.now().minus(Duration.ofDays(60)).truncatedTo(ChronoUnit.DAYS);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final int orders;
    private final HttpServer server;
    private final AtomicLong sent = new AtomicLong();

    ManyOrders(int orders) throws IOException {
        this.orders = orders;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/wp-json/wc/v3/orders", this::page);
        server.createContext("/wp-json/wc/v3/customers", exchange -> answer(exchange, "[]"));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many bytes of bodies were sent by now. */
    long sent() {
        return sent.get();
    }

    private void page(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        int size = Integer.parseInt(asked.getOrDefault("per_page", "10"));
        int offset = Integer.parseInt(asked.getOrDefault("offset", "0"));
        int begin =
                Math.clamp(firstAfter(asked.get("modified_after"), 0) + (long) offset, 0, orders);
        int end = firstAt(asked.get("modified_before"));
        var wanted = Arrays.asList(asked.getOrDefault("_fields", "").split(","));
        var body = new StringBuilder("[");
        for (int i = begin; i < Math.min(begin + size, end); i++) {
            body.append(i == begin ? "" : ",").append(order(i, wanted));
        }
        answer(exchange, body.append(']').toString());
    }

    /** WooCommerce leaves the bounds out. */
    private int firstAfter(String moment, int otherwise) {
        return moment == null
                ? otherwise
                : (int) Math.clamp((seconds(moment) + 1) * IN_A_SECOND, 0, orders);
    }

    private int firstAt(String moment) {
        return moment == null ? orders : (int) Math.clamp(seconds(moment) * IN_A_SECOND, 0, orders);
    }

    private static long seconds(String moment) {
        var at = LocalDateTime.parse(moment.replace("Z", "")).toInstant(ZoneOffset.UTC);
        return Duration.between(FIRST, at).toSeconds();
    }

    /** Refuses to answer with less than the mirror needs, or with more. */
    private static String order(int number, List<String> wanted) {
        var at = TIME.format(FIRST.plusSeconds(number / IN_A_SECOND));
        var values = new HashMap<String, String>();
        values.put("id", Integer.toString(number + 1));
        values.put("number", "\"" + (number + 1) + "\"");
        values.put("status", "\"completed\"");
        values.put("date_created_gmt", "\"" + at + "\"");
        values.put("date_modified_gmt", "\"" + at + "\"");
        values.put("customer_id", Integer.toString(number % 5_000));
        values.put("customer_ip_address", "\"192.0.2." + number % 250 + "\"");
        values.put("payment_method", "\"stripe\"");
        values.put("billing.email", "\"person" + number % 20_000 + "@mail.example\"");
        values.put("billing.first_name", "\"Person\"");
        values.put("billing.last_name", "\"Number " + number % 20_000 + "\"");
        values.put("billing.country", "\"NO\"");
        values.put("billing.state", "\"\"");
        var flat = new StringBuilder("{");
        var billing = new StringBuilder();
        for (var field : wanted) {
            var value = values.get(field);
            if (value == null) {
                throw new IllegalArgumentException("nobody needs the field " + field);
            }
            var into = field.startsWith("billing.") ? billing : flat;
            into.append('"').append(field.substring(field.indexOf('.') + 1)).append("\":");
            into.append(value).append(',');
        }
        return flat.append("\"billing\":{")
                .append(billing, 0, Math.max(0, billing.length() - 1))
                .append("}}")
                .toString();
    }

    private static Map<String, String> parameters(String query) {
        var all = new HashMap<String, String>();
        for (var one : query.split("&")) {
            int is = one.indexOf('=');
            all.put(
                    URLDecoder.decode(one.substring(0, is), UTF_8),
                    URLDecoder.decode(one.substring(is + 1), UTF_8));
        }
        return all;
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            sent.addAndGet(bytes.length);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.getResponseHeaders().set("X-WP-Total", "0");
            exchange.getResponseHeaders().set("X-WP-TotalPages", "0");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

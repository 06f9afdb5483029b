package dev.cordon.infra.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program outside that takes webhooks, over real HTTP, and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {

    /** What came in. */
    record Received(Map<String, List<String>> sent, String body) {

        String id() {
            return headers().firstValue("webhook-id").orElse("");
        }

        HttpHeaders headers() {
            return HttpHeaders.of(sent, (_, _) -> true);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String wish = "";

    WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var body = exchange.getRequestBody().readAllBytes();
                        received.add(
                                new Received(
                                        Map.copyOf(exchange.getRequestHeaders()),
                                        new String(body, StandardCharsets.UTF_8)));
                        if (!wish.isEmpty()) {
                            exchange.getResponseHeaders().set("Retry-After", wish);
                        }
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    void answers(int next) {
        status = next;
        wish = "";
    }

    /** It is busy, and says how long it wants to be left alone. */
    void answers(int next, Duration retryAfter) {
        status = next;
        wish = String.valueOf(retryAfter.toSeconds());
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> types() {
        return received.stream().map(each -> each.json().get("type").asString()).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

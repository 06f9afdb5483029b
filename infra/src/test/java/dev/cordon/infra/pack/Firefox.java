package dev.cordon.infra.pack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Debian's Firefox without a network, driven by WebDriver BiDi, which it speaks by itself. One
 * page, and whatever that complains of or asks for is kept.
 */
final class Firefox implements AutoCloseable, WebSocket.Listener {

    private static final Path PROGRAM =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("CORDON_FIREFOX"), "/usr/bin/firefox-esr"));
    private static final String READY = "WebDriver BiDi listening on ";
    private static final long PATIENCE = 60;

    /** Whatever it asks for goes to a proxy that is not there. */
    private static final String PREFERENCES =
            """
            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.http", "127.0.0.1");
            user_pref("network.proxy.http_port", 1);
            user_pref("network.proxy.ssl", "127.0.0.1");
            user_pref("network.proxy.ssl_port", 1);
            user_pref("network.proxy.allow_hijacking_localhost", true);
            user_pref("intl.accept_languages", "en-GB");
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Process program;
    private final AtomicLong last = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder heard = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final String page;

    /** Without Firefox the test is skipped and says so; in continuous integration it fails. */
    Firefox(Path profile) throws IOException {
        requireProgram();
        Files.writeString(Files.createDirectories(profile).resolve("user.js"), PREFERENCES);
        program =
                new ProcessBuilder(
                                PROGRAM.toString(),
                                "--headless",
                                "--no-remote",
                                "--profile",
                                profile.toString(),
                                "--remote-debugging-port",
                                "0")
                        .redirectErrorStream(true)
                        .start();
        socket =
                http.newWebSocketBuilder()
                        .buildAsync(URI.create(address() + "/session"), this)
                        .join();
        call("session.new", Map.of("capabilities", Map.of()));
        call(
                "session.subscribe",
                Map.of("events", List.of("log.entryAdded", "network.beforeRequestSent")));
        page = call("browsingContext.getTree", Map.of()).at("/contexts/0/context").asString();
    }

    private static void requireProgram() {
        if (!Files.isExecutable(PROGRAM)) {
            var reason =
                    "no Firefox lies at " + PROGRAM + "; ./cordon test installs it where it may";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            System.out.println("SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
    }

    /** As it says once it listens; what it says later is read and left, or it would stop. */
    private String address() throws IOException {
        var said = program.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return line.substring(READY.length()).strip();
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    void open(URI address) {
        call(
                "browsingContext.navigate",
                Map.of("context", page, "url", address.toString(), "wait", "complete"));
        complaints.clear();
    }

    void give(String field, Path file) {
        var nodes =
                call(
                        "browsingContext.locateNodes",
                        Map.of("context", page, "locator", Map.of("type", "css", "value", field)));
        call(
                "input.setFiles",
                Map.of(
                        "context",
                        page,
                        "element",
                        Map.of("sharedId", nodes.at("/nodes/0/sharedId").asString()),
                        "files",
                        List.of(file.toString())));
    }

    /** What an expression, or its promise, comes to: JSON that it wrote as text. */
    JsonNode evaluate(String expression) {
        var answer =
                call(
                        "script.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "target",
                                Map.of("context", page),
                                "awaitPromise",
                                true));
        if (!answer.path("type").asString().equals("success")) {
            throw new IllegalStateException(answer.toString());
        }
        return JSON.readTree(answer.at("/result/value").asString());
    }

    /** What the page asked for or complained of since it was opened. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        long id = last.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        var text =
                JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(text, true).join();
        var said = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        if (!said.path("type").asString().equals("success")) {
            throw new IllegalStateException(method + ": " + said);
        }
        return said.path("result");
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        heard.append(part);
        if (isLast) {
            hear(JSON.readTree(heard.toString()));
            heard.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(JsonNode said) {
        if (!said.path("type").asString().equals("event")) {
            asked.remove(said.path("id").asLong()).complete(said);
        } else if (said.path("method").asString().equals("log.entryAdded")) {
            complaints.add(said.at("/params/text").asString());
        } else {
            asksFor(said.at("/params/request/url").asString());
        }
    }

    /** What is written into an address itself is asked of nobody. */
    private void asksFor(String url) {
        if (!url.startsWith("data:")) {
            complaints.add("asked for " + url);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
        program.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }
}

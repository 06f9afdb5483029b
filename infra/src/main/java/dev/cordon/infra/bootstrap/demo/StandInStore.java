package dev.cordon.infra.bootstrap.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.folder.OwnerOnly;
import dev.cordon.woocommerce.store.OAuth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a WooCommerce store: answers on this machine what a real one answered when it was
 * recorded. It is no store, all its people are made up, and every answer says so in a header.
 *
 * <p>Its keys are written below because they are no secrets: it listens on loopback, and all it
 * would give away is what lies in the program anyway.
 */
final class StandInStore implements AutoCloseable {

    private static final RestCredential.WooKey KEY =
            new RestCredential.WooKey(
                    "ck_standin00000000000000000000000000demo",
                    "cs_standin00000000000000000000000000demo");
    private static final RestCredential PASSWORD =
            new RestCredential.ApplicationPassword("standin", "stand0in0store0of0demo00");

    static final StoreAccess ACCESS = StoreAccess.with(KEY, PASSWORD);

    private static final String NOTICE =
            "A stand-in for a store. Every person in it is made up, and so is which account logged"
                    + " in.";

    private static final Pattern GIVEN =
            Pattern.compile(
                    "OAuth .*oauth_nonce=\"(?<nonce>[0-9a-f]{32})\""
                            + ".*oauth_timestamp=\"(?<time>[0-9]{1,12})\".*");

    private final HttpServer server;
    private final StandInRoutes routes;
    private final StandInCheckout checkout = new StandInCheckout();

    private StandInStore(HttpServer server, StandInRoutes routes) {
        this.server = server;
        this.routes = routes;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Opens the store.
     *
     * @param port the one it had at the last start, or 0; when it is taken, another one is used
     */
    static StandInStore open(int port, StandInRecords records) {
        var routes = new StandInRoutes(records);
        try {
            return new StandInStore(listeningAt(port), routes);
        } catch (IOException taken) {
            try {
                return new StandInStore(listeningAt(0), routes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Opens the store at the port that the file remembers, and remembers the one it has now. */
    static StandInStore openAgain(Path portFile, StandInRecords records) {
        try {
            var kept = Files.exists(portFile) ? Files.readString(portFile).strip() : "";
            var store = open(kept.matches("[0-9]{1,5}") ? Integer.parseInt(kept) : 0, records);
            OwnerOnly.write(portFile, Integer.toString(store.port()));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer listeningAt(int port) throws IOException {
        return HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
    }

    StandInCheckout checkout() {
        return checkout;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = asked(exchange);
            var shown = checkout.answer(asked.method(), asked.path());
            var answer = shown != null ? shown : routed(asked, holder(exchange));
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("X-Stand-In", NOTICE);
            answer.headers().forEach(headers::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private StandInCheckout.Answer routed(Asked asked, @Nullable RestCredential holder) {
        var answer = routes.answer(asked, holder);
        return new StandInCheckout.Answer(
                answer.status(),
                "application/json; charset=UTF-8",
                answer.headers(),
                answer.body().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Asked asked(HttpExchange exchange) {
        return Asked.of(exchange.getRequestMethod(), exchange.getRequestURI());
    }

    /** Which of the two credentials was shown, or has signed; null for anything else. */
    private static @Nullable RestCredential holder(HttpExchange exchange) {
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        var pair = PASSWORD.user() + ":" + PASSWORD.secret();
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (("Basic " + basic).equals(shown)) {
            return PASSWORD;
        }
        return shown != null && shown.equals(signed(exchange, shown)) ? KEY : null;
    }

    /** What the key would sign for this call at the time and with the nonce that are given. */
    private static @Nullable String signed(HttpExchange exchange, String shown) {
        var given = GIVEN.matcher(shown);
        if (!given.matches()) {
            return null;
        }
        var host = exchange.getRequestHeaders().getFirst("Host");
        return OAuth.header(
                KEY,
                exchange.getRequestMethod(),
                URI.create("http://" + host + exchange.getRequestURI()),
                Instant.ofEpochSecond(Long.parseLong(given.group("time"))),
                given.group("nonce"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

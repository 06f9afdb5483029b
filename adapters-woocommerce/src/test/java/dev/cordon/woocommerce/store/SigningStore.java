package dev.cordon.woocommerce.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.domain.store.RestCredential.WooKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store without encryption that checks signatures as WooCommerce does, step by step: it collects
 * header and query into one array, takes the signature out, counts lists anew, sorts by name and
 * encodes twice. It answers what a real one answered.
 */
final class SigningStore implements AutoCloseable {

    private static final Recordings REST = Recordings.of("/recordings/rest.zip");
    private static final Pattern FIELD =
            Pattern.compile("(oauth_[a-z_-]*)=(?:\"([^\"]*)\"|([^,]*))");
    private static final Pattern LIST = Pattern.compile("(.*)\\[([0-9]*)]");

    private final HttpServer server;
    private final WooKey key;
    private final Instant now;
    private final Set<String> nonces = new HashSet<>();

    /** What it takes for its own address; a store behind a proxy may be wrong about it. */
    private String home;

    SigningStore(WooKey key, Instant now) throws IOException {
        this.key = key;
        this.now = now;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        home = url();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SigningStore believingItIsAt(String address) {
        home = address;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var verdict = verdict(exchange);
            var body = REST.files().get("http_transport/" + verdict + ".json");
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(
                    verdict.equals("http_oauth_header") ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String verdict(HttpExchange exchange) {
        var shown = exchange.getRequestHeaders().getFirst("Authorization");
        if (shown == null || !shown.startsWith("OAuth ")) {
            return "http_basic_wc";
        }
        var parameters = new TreeMap<String, Object>();
        var fields = FIELD.matcher(shown);
        while (fields.find()) {
            parameters.put(fields.group(1), URLDecoder.decode(fields.group(2), UTF_8));
        }
        collect(exchange.getRequestURI().getRawQuery(), parameters);
        if (!key.consumerKey().equals(parameters.get("oauth_consumer_key"))) {
            return "http_basic_wc";
        }
        var signature = (String) parameters.remove("oauth_signature");
        var base = home + exchange.getRequestURI().getRawPath();
        if (!expected(exchange.getRequestMethod(), base, parameters).equals(signature)) {
            return "http_oauth_badsig";
        }
        long time = Long.parseLong((String) parameters.get("oauth_timestamp"));
        if (Math.abs(time - now.getEpochSecond()) > 15 * 60) {
            return "http_oauth_old_ts";
        }
        return nonces.add((String) parameters.get("oauth_nonce"))
                ? "http_oauth_header"
                : "http_oauth_nonce_replay";
    }

    /** As PHP reads a query: {@code a[0]=x&a[5]=y} is a list. */
    private static void collect(String query, Map<String, Object> into) {
        if (query == null) {
            return;
        }
        for (var pair : query.split("&")) {
            var name = URLDecoder.decode(pair.split("=", 2)[0], UTF_8);
            var value = URLDecoder.decode(pair.split("=", 2)[1], UTF_8);
            var list = LIST.matcher(name);
            if (list.matches()) {
                @SuppressWarnings("unchecked")
                var items =
                        (Map<String, String>)
                                into.computeIfAbsent(list.group(1), _ -> new LinkedHashMap<>());
                items.put(Integer.toString(items.size()), value); // counted anew
            } else {
                into.put(name, value);
            }
        }
    }

    private String expected(String method, String base, Map<String, Object> parameters) {
        var joined = new StringBuilder();
        parameters.forEach(
                (name, value) -> {
                    if (value instanceof Map<?, ?> items) {
                        items.forEach(
                                (index, item) ->
                                        join(joined, name + "[" + index + "]", (String) item));
                    } else {
                        join(joined, name, (String) value);
                    }
                });
        var text = method + "&" + raw(base) + "&" + joined;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((key.consumerSecret() + "&").getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(StringBuilder joined, String name, String value) {
        joined.append(joined.isEmpty() ? "" : "%26")
                .append(raw(name).replace("%", "%25"))
                .append("%3D")
                .append(raw(value).replace("%", "%25"));
    }

    /** PHP's rawurlencode, byte by byte. */
    private static String raw(String text) {
        var out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || "-_.~".indexOf(c) >= 0;
            out.append(plain ? Character.toString(c) : "%%%02X".formatted((int) c));
        }
        return out.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store's complete answer: the data, and the headers that say how much more there is. */
record StoreReply(JsonNode json, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(60);

    /** WordPress asks for ten minutes of maintenance mode, however short it is. */
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(60);

    private static final int LONGEST_LOCATION = 200;
    private static final String SENSOR = "cordon_sensor_";

    /** Sorts a complete answer into data and the kinds of failure. */
    static StoreAnswer<StoreReply> read(HttpResponse<byte[]> response, Instant now) {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            return failed(new StoreFailure.Redirected(location(response.headers())));
        }
        if (status == 429) {
            return failed(
                    new StoreFailure.RateLimited(
                            retryAfter(response.headers(), now).orElse(USUAL_PAUSE)));
        }
        if (status >= 500 && status != 501) {
            return failed(new StoreFailure.ServerError(status));
        }
        if (isPage(response.headers(), response.body())) {
            return failed(new StoreFailure.HtmlInsteadOfJson(status));
        }
        try {
            var json = JSON.readTree(response.body());
            if (json.isMissingNode()) {
                return failed(
                        new StoreFailure.NotUnderstood("it is empty (status " + status + ")"));
            }
            return status / 100 == 2
                    ? new StoreAnswer.Ok<>(new StoreReply(json, response.headers()))
                    : failed(refusal(status, json, response.uri().getPath()));
        } catch (JacksonException e) {
            return failed(new StoreFailure.NotUnderstood("it is not JSON (status " + status + ")"));
        }
    }

    /** How long the store wants to be left alone; 503 without a time asks for nothing. */
    static Optional<Duration> pause(HttpResponse<?> response, Instant now) {
        var asked = retryAfter(response.headers(), now);
        return switch (response.statusCode()) {
            case 429 -> Optional.of(asked.orElse(USUAL_PAUSE));
            case 503 ->
                    asked.map(time -> time.compareTo(LONGEST_OUTAGE) > 0 ? LONGEST_OUTAGE : time);
            default -> Optional.empty();
        };
    }

    /** What {@code X-WP-Total} or {@code X-WP-TotalPages} says, if it says anything. */
    OptionalLong count(String header) {
        return headers.firstValue(header)
                .filter(value -> value.matches("[0-9]{1,12}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }

    /** Whether the store says that its user may do that here; {@code Allow: GET, POST}. */
    boolean allows(String method) {
        return headers.firstValue("Allow").orElse("").contains(method);
    }

    private static StoreFailure refusal(int status, JsonNode json, String route) {
        var code = json.path("code").asString("");
        if (code.startsWith(SENSOR)) {
            var time = json.path("data").path("time");
            return new StoreFailure.SensorRefused(
                    shown(code),
                    time.isIntegralNumber() && time.canConvertToInt()
                            ? Instant.ofEpochSecond(time.asInt())
                            : null);
        }
        return switch (status) {
            case 401 -> unauthorized(code, json.path("message").asString(""));
            case 403 -> new StoreFailure.NotPermitted(shown(code));
            case 404 ->
                    code.isEmpty() || code.equals("rest_no_route")
                            ? new StoreFailure.NoSuchRoute(route)
                            : new StoreFailure.NotThere(shown(code));
            default ->
                    new StoreFailure.NotUnderstood(
                            "it refused the question with status " + status + ", " + shown(code));
        };
    }

    /**
     * WooCommerce answers 401 when the key is unknown and the call was nobody's, the secret is
     * wrong, the key is read-only, or what was signed is not what it reads. All but the first share
     * a code.
     */
    private static StoreFailure unauthorized(String code, String message) {
        if (!code.equals("woocommerce_rest_authentication_error")) {
            return new StoreFailure.WrongKey();
        }
        var said = message.toLowerCase(Locale.ROOT);
        if (said.contains("permission")) {
            return new StoreFailure.NotPermitted(code);
        }
        return said.contains("signature") || said.contains("timestamp") || said.contains("nonce")
                ? new StoreFailure.SignatureRefused()
                : new StoreFailure.WrongSecret();
    }

    /** A store's words are shown only when they look like one of WordPress's codes. */
    private static String shown(String code) {
        return code.matches("[A-Za-z0-9_-]{1,80}") ? code : "no code";
    }

    private static boolean isPage(HttpHeaders headers, byte[] body) {
        var type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return false;
        }
        return type.contains("html") || startsLikeMarkup(body);
    }

    private static boolean startsLikeMarkup(byte[] body) {
        for (byte b : body) {
            if (!Character.isWhitespace(b)) {
                return b == '<';
            }
        }
        return false;
    }

    /** In seconds, or until a moment; measured by the store's own clock where it shows it. */
    private static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        var asked = headers.firstValue("Retry-After").orElse("").strip();
        if (asked.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(asked)));
        }
        return httpDate(asked)
                .map(
                        until ->
                                Duration.between(
                                        headers.firstValue("Date")
                                                .flatMap(StoreReply::httpDate)
                                                .orElse(now),
                                        until))
                .filter(Duration::isPositive);
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Where to, without the query: it may hold what does not belong on a screen. */
    private static String location(HttpHeaders headers) {
        var where = headers.firstValue("Location").orElse("nowhere").replaceAll("[?#].*", "");
        return where.length() <= LONGEST_LOCATION ? where : where.substring(0, LONGEST_LOCATION);
    }

    private static StoreAnswer<StoreReply> failed(StoreFailure why) {
        return new StoreAnswer.Failed<>(why);
    }
}

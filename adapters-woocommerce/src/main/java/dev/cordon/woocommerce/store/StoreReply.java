package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store's complete answer: the data, and the headers that say how much more there is. */
record StoreReply(JsonNode json, HttpHeaders headers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(60);
    private static final int LONGEST_LOCATION = 200;

    /** Sorts a complete answer into data and the kinds of failure. */
    static StoreAnswer<StoreReply> read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            return failed(new StoreFailure.Redirected(location(response.headers())));
        }
        if (status == 429) {
            return failed(new StoreFailure.RateLimited(pause(response.headers())));
        }
        if (status >= 500) {
            return failed(new StoreFailure.ServerError(status));
        }
        if (isPage(response.headers(), response.body())) {
            return failed(new StoreFailure.HtmlInsteadOfJson(status));
        }
        try {
            var json = JSON.readTree(response.body());
            return status == 200
                    ? new StoreAnswer.Ok<>(new StoreReply(json, response.headers()))
                    : failed(refusal(status, json, response.uri().getPath()));
        } catch (JacksonException e) {
            return failed(new StoreFailure.NotUnderstood("it is not JSON (status " + status + ")"));
        }
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
        return switch (status) {
            case 401 -> unauthorized(code, json.path("message").asString(""));
            case 403 -> new StoreFailure.NotPermitted(shown(code));
            case 404 -> new StoreFailure.NoSuchRoute(route);
            default ->
                    new StoreFailure.NotUnderstood(
                            "it refused the question with status " + status + ", " + shown(code));
        };
    }

    /**
     * WooCommerce answers 401 in three cases: the key is unknown and the call was nobody's, the
     * secret is wrong, or the key is read-only. The last two share a code.
     */
    private static StoreFailure unauthorized(String code, String message) {
        if (!code.equals("woocommerce_rest_authentication_error")) {
            return new StoreFailure.WrongKey();
        }
        return message.toLowerCase(Locale.ROOT).contains("permission")
                ? new StoreFailure.NotPermitted(code)
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

    private static Duration pause(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(USUAL_PAUSE);
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

package dev.cordon.domain.detection.intake;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a provider without a form of its own signs with HMAC-SHA256, and where in its JSON what
 * stands. Without a timestamp the body is signed; with one, the timestamp, a dot and the body.
 *
 * @param header of the signature
 * @param prefix what stands before the signature in the header, such as {@code sha256=}; may be
 *     empty
 * @param timestampHeader of the moment of signing, in seconds or milliseconds since 1970; null if
 *     it has none
 * @param tolerance how far that moment may lie from now, either way
 * @param places what stands where
 * @param types which event a value at the type's place means; others are {@code payment_updated}
 */
public record HmacScheme(
        String header,
        String prefix,
        Encoding encoding,
        @Nullable String timestampHeader,
        Duration tolerance,
        Places places,
        Map<String, PaymentFact> types) {

    /** The tolerance when nobody says otherwise. */
    public static final Duration USUAL_TOLERANCE = Duration.ofMinutes(5);

    private static final Duration LONGEST_TOLERANCE = Duration.ofHours(1);
    private static final int MOST_TYPES = 100;
    private static final int LONGEST_TYPE = 120;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern PREFIX = Pattern.compile("[\\x21-\\x7e]{0,32}");

    public HmacScheme {
        types = Map.copyOf(types);
        if (!isHeader(header) || timestampHeader != null && !isHeader(timestampHeader)) {
            throw new IllegalArgumentException(
                    "a header is named by 1 to 64 letters, digits and dashes");
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a prefix has at most 32 visible characters, without spaces");
        }
        if (tolerance.isNegative()
                || tolerance.isZero()
                || tolerance.compareTo(LONGEST_TOLERANCE) > 0) {
            throw new IllegalArgumentException("the tolerance is between a second and an hour");
        }
        if (types.size() > MOST_TYPES
                || types.keySet().stream().anyMatch(type -> type.length() > LONGEST_TYPE)) {
            throw new IllegalArgumentException(
                    "at most 100 types are mapped, each of at most 120 characters");
        }
    }

    /** How the signature is written. */
    public enum Encoding {
        HEX,
        BASE64
    }

    /**
     * JSON Pointers (RFC 6901) into the body; null for what the provider does not tell.
     *
     * @param id the event's own; what has the same is taken once. Without one, bodies are compared
     * @param type what happened
     * @param time a moment, as ISO 8601 or in seconds or milliseconds since 1970; without one it is
     *     when the webhook came in
     * @param amount in the currency's usual unit
     * @param outcome {@code success} or {@code failure}, or the provider's word for one of them
     * @param ip the customer's address
     * @param reason why it failed, as a code
     */
    public record Places(
            @Nullable String id,
            String type,
            @Nullable String time,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String outcome,
            @Nullable String ip,
            @Nullable String reason,
            @Nullable String order) {

        private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01]){0,64}){1,8}");

        public Places {
            check(id);
            check(type);
            check(time);
            check(amount);
            check(currency);
            check(outcome);
            check(ip);
            check(reason);
            check(order);
        }

        private static void check(@Nullable String pointer) {
            if (pointer != null && !POINTER.matcher(pointer).matches()) {
                throw new IllegalArgumentException(
                        "a place is a JSON Pointer such as /data/id, at most eight deep");
            }
        }
    }

    private static boolean isHeader(String name) {
        return HEADER.matcher(name).matches();
    }
}

package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.WebhookRefused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON object that a provider signed. Places in it are JSON Pointers (RFC 6901); what is not
 * there, or is no plain value, is null.
 */
final class Payload {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 512 * 1024;
    private static final int MOST_DIGITS = 30;
    private static final long SECONDS_END = 100_000_000_000L;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .maxNameLength(1_000)
                                                    .maxNumberLength(100)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private final JsonNode root;

    private Payload(JsonNode root) {
        this.root = root;
    }

    /**
     * @throws WebhookRefused if it is no JSON object, or one that is deeper or longer than any
     *     provider's
     */
    static Payload of(byte[] body) throws WebhookRefused {
        try {
            var root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return new Payload(root);
            }
        } catch (JacksonException e) {
            throw Refusals.notUnderstood(
                    "The body is not JSON that is read here: broken, a name twice, or too long or"
                            + " deep",
                    e);
        }
        throw Refusals.notUnderstood("The body is no JSON object");
    }

    boolean has(String pointer) {
        return !root.at(pointer).isMissingNode();
    }

    @Nullable String text(String pointer) {
        var node = root.at(pointer);
        if (node.isString()) {
            var text = node.asString();
            return text.isEmpty() ? null : text;
        }
        if (node.isBoolean()) {
            return node.asString();
        }
        var number = number(node);
        return number == null ? null : number.toPlainString();
    }

    /** The first of these places that has a value. */
    @Nullable String firstOf(String... pointers) {
        for (var pointer : pointers) {
            var found = text(pointer);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    boolean says(String pointer, String value) {
        return value.equals(text(pointer));
    }

    /** A sum in its currency's smallest unit; null if there is none. */
    @Nullable Long wholeNumber(String pointer) {
        var number = number(root.at(pointer));
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException noWholeNumber) {
            return null;
        }
    }

    /**
     * ISO 8601, of UTC where it does not say; or a number since 1970, of seconds or milliseconds.
     */
    @Nullable Instant moment(String pointer) {
        var text = text(pointer);
        if (text == null) {
            return null;
        }
        try {
            if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                long number = Long.parseLong(text);
                return number < SECONDS_END
                        ? Instant.ofEpochSecond(number)
                        : Instant.ofEpochMilli(number);
            }
            boolean local = text.length() > 10 && !text.endsWith("Z") && !hasOffset(text);
            return local
                    ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeException | NumberFormatException noMoment) {
            return null;
        }
    }

    private static boolean hasOffset(String text) {
        return text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
    }

    /** One that would fill pages when it is written out is none. */
    private static @Nullable BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        var number = node.decimalValue();
        boolean usual =
                number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        return usual ? number : null;
    }
}

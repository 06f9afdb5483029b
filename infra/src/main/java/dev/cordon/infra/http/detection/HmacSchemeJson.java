package dev.cordon.infra.http.detection;

import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.HmacScheme.Places;
import dev.cordon.domain.detection.intake.PaymentFact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a provider signs with HMAC-SHA256, and where in its JSON what stands.
 *
 * @param header of the signature
 * @param prefix what stands before it, such as {@code sha256=}
 * @param timestampHeader of the moment of signing; with it, that, a dot and the body are signed
 * @param toleranceSeconds how far that moment may lie from now; 300 if nothing is said
 * @param types which event a type's value means, such as {@code payment_failed}
 */
record HmacSchemeJson(
        @NotBlank String header,
        @Nullable String prefix,
        HmacScheme.@NotNull Encoding encoding,
        @Nullable String timestampHeader,
        @Nullable Long toleranceSeconds,
        @NotNull @Valid HmacPlacesJson places,
        @Nullable Map<String, String> types) {

    /** JSON Pointers (RFC 6901) into the body. */
    record HmacPlacesJson(
            @Nullable String id,
            @NotBlank String type,
            @Nullable String time,
            @Nullable String amount,
            @Nullable String currency,
            @Nullable String outcome,
            @Nullable String ip,
            @Nullable String reason,
            @Nullable String order) {}

    static HmacSchemeJson of(HmacScheme scheme) {
        var places = scheme.places();
        return new HmacSchemeJson(
                scheme.header(),
                scheme.prefix(),
                scheme.encoding(),
                scheme.timestampHeader(),
                scheme.tolerance().toSeconds(),
                new HmacPlacesJson(
                        places.id(),
                        places.type(),
                        places.time(),
                        places.amount(),
                        places.currency(),
                        places.outcome(),
                        places.ip(),
                        places.reason(),
                        places.order()),
                scheme.types().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> each.getValue().word())));
    }

    HmacScheme scheme() {
        var given = types == null ? Map.<String, String>of() : types;
        return new HmacScheme(
                header,
                prefix == null ? "" : prefix,
                encoding,
                timestampHeader,
                toleranceSeconds == null
                        ? HmacScheme.USUAL_TOLERANCE
                        : Duration.ofSeconds(toleranceSeconds),
                new Places(
                        places.id(),
                        places.type(),
                        places.time(),
                        places.amount(),
                        places.currency(),
                        places.outcome(),
                        places.ip(),
                        places.reason(),
                        places.order()),
                given.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        each -> PaymentFact.named(each.getValue()))));
    }
}

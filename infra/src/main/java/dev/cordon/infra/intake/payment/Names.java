package dev.cordon.infra.intake.payment;

import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What webhooks are known by, so that none is taken twice. */
final class Names {

    private static final int MARK_DIGITS = 12;

    private Names() {}

    /**
     * @param id of the event, or of the thing that several events tell of; without one the body
     *     stands for it
     */
    static String of(PaymentProvider provider, @Nullable String id, byte[] body) {
        return of(provider.word(), id, body);
    }

    /**
     * Of a provider that is described: two of them may number their events alike, and the scheme
     * tells them apart. Another secret of the same scheme is the same provider's.
     *
     * @param id of the event; without one the body stands for it
     */
    static String of(HmacScheme scheme, @Nullable String id, byte[] body) {
        return of(PaymentProvider.HMAC.word() + "/" + mark(scheme), id, body);
    }

    private static String of(String sender, @Nullable String id, byte[] body) {
        return "webhook/" + sender + "/" + (id == null ? Sha256.of(body).hex() : id);
    }

    /** Each time the same, also after a restart: maps have an order of their own in each run. */
    private static String mark(HmacScheme scheme) {
        var said =
                List.of(
                        scheme.header().toLowerCase(Locale.ROOT),
                        scheme.prefix(),
                        scheme.encoding(),
                        String.valueOf(scheme.timestampHeader()).toLowerCase(Locale.ROOT),
                        scheme.places(),
                        new TreeMap<>(scheme.types()));
        return Sha256.of(said.toString().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, MARK_DIGITS);
    }
}

package dev.cordon.application.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes in that a store's orders were changed, if the signature fits, and has the mirror read on at
 * once. Nothing that is told is kept: the mirror asks the store, so that several changes that come
 * as one, or twice, or never, make no difference.
 */
@UseCase
public class TakeMirrorWebhook {

    private static final Pattern PING = Pattern.compile("webhook_id=[0-9]{1,20}\\s*");
    private static final int LONGEST_PING = 64;

    /**
     * @param signature {@code X-WC-Webhook-Signature}: the Base64 HMAC-SHA256 of the body; null if
     *     there is none
     */
    public record Command(StoreId store, @Nullable String signature, byte[] body) {}

    /** What came of it. */
    public enum Outcome {
        /** The mirror reads on at once. */
        TOLD,
        /** It was told before, or is the call by which a store tries an address. */
        NOTHING_NEW,
        /** The signature does not fit, or the store has no webhooks of ours. */
        REFUSED
    }

    private final MirrorWebhooks webhooks;
    private final Caller caller;
    private final InstantSource clock;

    TakeMirrorWebhook(MirrorWebhooks webhooks, Caller caller, InstantSource clock) {
        this.webhooks = webhooks;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MIRROR)
    public Outcome take(Command command) {
        var signature = command.signature();
        if (signature == null) {
            return isPing(command.body()) ? Outcome.NOTHING_NEW : Outcome.REFUSED;
        }
        var secret = webhooks.secret(command.store());
        if (secret.isEmpty() || !fits(signature, secret.get(), command.body())) {
            return Outcome.REFUSED;
        }
        // No header is signed: the body alone says whether it was told before.
        var told = Sha256.of(command.body());
        return webhooks.told(command.store(), told, caller.actor(), clock.instant())
                ? Outcome.TOLD
                : Outcome.NOTHING_NEW;
    }

    /** Signed by nobody: WooCommerce sends it when a webhook is switched on. */
    private static boolean isPing(byte[] body) {
        return body.length <= LONGEST_PING && PING.matcher(new String(body, UTF_8)).matches();
    }

    private static boolean fits(String signature, String secret, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var right = Base64.getEncoder().encode(mac.doFinal(body));
            return MessageDigest.isEqual(signature.strip().getBytes(UTF_8), right);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

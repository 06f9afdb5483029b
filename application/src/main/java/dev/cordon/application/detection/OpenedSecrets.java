package dev.cordon.application.detection;

import dev.cordon.application.detection.PaymentWebhooks.Opened;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.intake.PaymentSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What webhooks are checked with, in clear. One secret that is broken closes no door to others. */
@Supporting
class OpenedSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedSecrets.class);

    private final SecretSeal seal;

    /** So that each is told of once, however many webhooks come. */
    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();

    OpenedSecrets(SecretSeal seal) {
        this.seal = seal;
    }

    /**
     * Those of them that open.
     *
     * @throws IllegalStateException if there are some, and none opens: that is no reason to tell a
     *     provider that it signed wrongly
     */
    List<Opened> of(List<PaymentSecret> sealed) {
        var opened = new ArrayList<Opened>();
        RuntimeException why = null;
        for (var each : sealed) {
            try {
                opened.add(new Opened(seal.open(each.id(), each.sealed()), each.scheme()));
            } catch (RuntimeException e) {
                why = e;
                tell(each, e);
            }
        }
        return checked(opened, why);
    }

    private void tell(PaymentSecret secret, RuntimeException why) {
        if (broken.add(secret.id())) {
            LOG.error(
                    "a secret for webhooks does not open and is left out id={} source={}"
                            + " provider={}: it was changed in the database, or the master key is"
                            + " another. Webhooks signed with it are refused; set it anew",
                    secret.id(),
                    secret.source(),
                    secret.provider().word(),
                    why);
        }
    }

    private static List<Opened> checked(List<Opened> opened, @Nullable RuntimeException why) {
        if (opened.isEmpty() && why != null) {
            throw new IllegalStateException(
                    "none of the secrets opens that webhooks are checked with", why);
        }
        return opened;
    }
}

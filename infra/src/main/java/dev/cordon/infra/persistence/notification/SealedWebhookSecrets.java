package dev.cordon.infra.persistence.notification;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.notification.WebhookSecrets;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Times;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each under its endpoint's own key and bound to its row. */
@Repository
class SealedWebhookSecrets implements WebhookSecrets {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final EntityManager em;
    private final DataKeys keys;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    SealedWebhookSecrets(JdbcClient jdbc, EntityManager em, DataKeys keys, Ids ids) {
        this.jdbc = jdbc;
        this.em = em;
        this.keys = keys;
        this.ids = ids;
    }

    @Override
    public String renew(WebhookEndpointId endpoint, Instant at, Instant oldOnesUntil) {
        em.flush();
        jdbc.sql("delete from webhook_secret where endpoint = ? and until <= ?")
                .param(endpoint.value())
                .param(Times.utc(at))
                .update();
        jdbc.sql("update webhook_secret set until = ? where endpoint = ? and until is null")
                .param(Times.utc(oldOnesUntil))
                .param(endpoint.value())
                .update();
        var secret = fresh();
        var id = ids.next();
        jdbc.sql("insert into webhook_secret (id, endpoint, sealed, made_at) values (?, ?, ?, ?)")
                .param(id)
                .param(endpoint.value())
                .param(keys.of(subject(endpoint)).seal(place(id), secret))
                .param(Times.utc(at))
                .update();
        return secret;
    }

    private String fresh() {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return "whsec_" + Base64.getEncoder().encodeToString(bits);
    }

    private record Sealed(UUID id, byte[] content) {}

    @Override
    public List<String> of(WebhookEndpointId endpoint, Instant at) {
        var key = keys.find(subject(endpoint)).orElseThrow();
        return jdbc
                .sql(
                        """
                        select id, sealed from webhook_secret
                        where endpoint = ? and (until is null or until > ?)
                        order by made_at desc, id desc
                        """)
                .param(endpoint.value())
                .param(Times.utc(at))
                .query((row, _) -> new Sealed(row.getObject("id", UUID.class), row.getBytes(2)))
                .list()
                .stream()
                .map(each -> key.open(place(each.id()), each.content()))
                .toList();
    }

    @Override
    public void forget(WebhookEndpointId endpoint) {
        jdbc.sql("delete from webhook_secret where endpoint = ?").param(endpoint.value()).update();
        keys.shred(subject(endpoint));
    }

    private static Subject subject(WebhookEndpointId endpoint) {
        return Subject.webhook(endpoint.value());
    }

    private static String place(UUID id) {
        return "webhook_secret/" + id;
    }
}

package dev.cordon.infra.persistence.store;

import static dev.cordon.infra.persistence.Times.instantOrNull;
import static dev.cordon.infra.persistence.Times.utc;

import dev.cordon.application.store.MirrorWebhooks;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.mirror.MirrorEvent.OrdersChanged;
import dev.cordon.domain.store.mirror.WebhooksState;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Consequences;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of the webhooks of mirrors; what they sign with, under the key of the store. */
@Repository
class SealedMirrorWebhooks implements MirrorWebhooks {

    private static final String PLACE = "mirror_webhook";
    private static final int SECRET_BYTES = 32;

    /** Told again later, it is read once more: that does no harm. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final Consequences consequences;
    private final SecureRandom random = new SecureRandom();

    SealedMirrorWebhooks(JdbcClient jdbc, DataKeys keys, Consequences consequences) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.consequences = consequences;
    }

    @Override
    public String secretFor(StoreId store) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var key = keys.of(Subject.store(store.value()));
        jdbc.sql("insert into mirror_webhook (store, sealed) values (?, ?) on conflict do nothing")
                .param(store.value())
                .param(key.seal(PLACE, HexFormat.of().formatHex(bytes)))
                .update();
        return secret(store).orElseThrow();
    }

    @Override
    public Optional<String> secret(StoreId store) {
        return jdbc.sql("select sealed from mirror_webhook where store = ?")
                .param(store.value())
                .query(byte[].class)
                .optional()
                .flatMap(
                        secret ->
                                keys.find(Subject.store(store.value()))
                                        .map(key -> key.open(PLACE, secret)));
    }

    @Override
    public WebhooksState state(StoreId store) {
        return jdbc.sql("select * from mirror_webhook where store = ?")
                .param(store.value())
                .query(
                        (row, _) ->
                                new WebhooksState(
                                        instantOrNull(row, "checked_at"),
                                        row.getLong("repaired"),
                                        instantOrNull(row, "repaired_at"),
                                        instantOrNull(row, "told_at"),
                                        row.getString("stopped_by")))
                .optional()
                .orElse(WebhooksState.NONE);
    }

    @Override
    public void checked(StoreId store, boolean repaired, Instant at) {
        jdbc.sql(
                        """
                        update mirror_webhook set checked_at = :at, stopped_by = null,
                            repaired = repaired + case when :repaired then 1 else 0 end,
                            repaired_at = case when :repaired then cast(:at as timestamptz)
                                else repaired_at end
                        where store = :store
                        """)
                .param("store", store.value())
                .param("repaired", repaired)
                .param("at", utc(at))
                .update();
    }

    @Override
    public void stopped(StoreId store, String why) {
        secretFor(store);
        jdbc.sql("update mirror_webhook set stopped_by = ? where store = ?")
                .param(why)
                .param(store.value())
                .update();
    }

    @Override
    public boolean told(StoreId store, Sha256 body, Actor by, Instant at) {
        jdbc.sql("delete from mirror_webhook_told where at < ?")
                .param(utc(at.minus(REMEMBERED)))
                .update();
        int isNew =
                jdbc.sql(
                                """
                                insert into mirror_webhook_told (store, body, at) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(store.value())
                        .param(body.bytes())
                        .param(utc(at))
                        .update();
        if (isNew == 0) {
            return false;
        }
        jdbc.sql("update mirror_webhook set told_at = ? where store = ?")
                .param(utc(at))
                .param(store.value())
                .update();
        consequences.of(Transition.to(store, new OrdersChanged(store, by, at)));
        return true;
    }

    @Override
    public void forget(StoreId store) {
        jdbc.sql("delete from mirror_webhook_told where store = ?").param(store.value()).update();
        jdbc.sql("delete from mirror_webhook where store = ?").param(store.value()).update();
    }
}

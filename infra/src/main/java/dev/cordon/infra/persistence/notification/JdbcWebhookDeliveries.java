package dev.cordon.infra.persistence.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.WebhookDeliveries;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookDelivery.Attempt;
import dev.cordon.domain.notification.WebhookDelivery.State;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.infra.persistence.Cursor;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhookDeliveries implements WebhookDeliveries {

    private final JdbcClient jdbc;
    private final WebhookQueue queue;

    JdbcWebhookDeliveries(JdbcClient jdbc, WebhookQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    @Override
    public void add(WebhookMessage message, WebhookEndpointId endpoint, Instant at) {
        jdbc.sql(
                        """
                        insert into webhook_delivery (endpoint, id, type, at, subject, reference, store,
                            mode, production, state, asked_at, tries, next)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, 0, ?)
                        """)
                .param(endpoint.value())
                .param(message.id())
                .param(message.type().wire())
                .param(Times.utc(message.at()))
                .param(message.subject())
                .param(message.reference())
                .param(message.store() == null ? null : message.store().value())
                .param(message.mode().name())
                .param(message.production())
                .param(Times.utc(at))
                .param(Times.utc(at))
                .update();
        queue.ask(endpoint);
    }

    @Override
    public Optional<WebhookDelivery> find(WebhookEndpointId endpoint, UUID message) {
        return jdbc.sql("select * from webhook_delivery where endpoint = ? and id = ?")
                .param(endpoint.value())
                .param(message)
                .query((row, _) -> delivery(row))
                .optional();
    }

    @Override
    public Optional<WebhookDelivery> due(WebhookEndpointId endpoint, Instant now) {
        return jdbc.sql(
                        """
                        select * from webhook_delivery
                        where endpoint = ? and state = 'PENDING' and next <= ?
                        order by next, asked_at, id limit 1
                        """)
                .param(endpoint.value())
                .param(Times.utc(now))
                .query((row, _) -> delivery(row))
                .optional();
    }

    @Override
    public void tried(WebhookDelivery after, Attempt attempt) {
        keep(after);
        jdbc.sql(
                        """
                        insert into webhook_attempt
                            (endpoint, delivery, at, taken, status, excerpt, millis, not_before)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(after.endpoint().value())
                .param(after.message().id())
                .param(Times.utc(attempt.at()))
                .param(attempt.taken())
                .param(attempt.status())
                .param(attempt.excerpt())
                .param(attempt.millis())
                .param(Times.utcOrNull(attempt.notBefore()))
                .update();
    }

    @Override
    public void again(WebhookDelivery delivery) {
        keep(delivery);
        queue.ask(delivery.endpoint());
    }

    private void keep(WebhookDelivery delivery) {
        jdbc.sql(
                        """
                        update webhook_delivery set state = ?, asked_at = ?, tries = ?, next = ?
                        where endpoint = ? and id = ?
                        """)
                .param(delivery.state().name())
                .param(Times.utc(delivery.askedAt()))
                .param(delivery.tries())
                .param(Times.utcOrNull(delivery.next()))
                .param(delivery.endpoint().value())
                .param(delivery.message().id())
                .update();
    }

    @Override
    public Optional<Instant> leftAloneUntil(WebhookEndpointId endpoint) {
        return moment(
                jdbc.sql("select max(not_before) from webhook_attempt where endpoint = ?")
                        .param(endpoint.value()));
    }

    @Override
    public void postpone(WebhookEndpointId endpoint, Instant until) {
        jdbc.sql(
                        """
                        update webhook_delivery set next = :until
                        where endpoint = :endpoint and state = 'PENDING' and next < :until
                        """)
                .param("until", Times.utc(until))
                .param("endpoint", endpoint.value())
                .update();
    }

    @Override
    public void giveUp(WebhookEndpointId endpoint, Instant askedBefore) {
        jdbc.sql(
                        """
                        update webhook_delivery set state = 'GIVEN_UP', next = null
                        where endpoint = ? and state = 'PENDING' and asked_at < ?
                        """)
                .param(endpoint.value())
                .param(Times.utc(askedBefore))
                .update();
    }

    @Override
    public Optional<Instant> next(WebhookEndpointId endpoint) {
        return moment(
                jdbc.sql(
                                """
                                select min(next) from webhook_delivery
                                where endpoint = ? and state = 'PENDING'
                                """)
                        .param(endpoint.value()));
    }

    @Override
    public Optional<Instant> failingSince(WebhookEndpointId endpoint, Instant after) {
        return moment(
                jdbc.sql(
                                """
                                select min(at) from webhook_attempt
                                where endpoint = :endpoint and not taken and at > :after
                                    and at > coalesce((select max(at) from webhook_attempt
                                        where endpoint = :endpoint and taken), '-infinity')
                                """)
                        .param("endpoint", endpoint.value())
                        .param("after", Times.utc(after)));
    }

    @Override
    public Page<WebhookDelivery> list(WebhookEndpointId endpoint, Page.Request page) {
        var after = page.after() == null ? null : Cursor.of(page.after());
        var read =
                jdbc.sql(
                                """
                                select * from webhook_delivery
                                where endpoint = :endpoint
                                    and (at, id) < (cast(:at as timestamptz), cast(:id as uuid))
                                order by at desc, id desc limit :limit
                                """)
                        .param("endpoint", endpoint.value())
                        .param("at", after == null ? Times.NEVER : Times.utc(after.at()))
                        .param("id", after == null ? new UUID(-1, -1) : after.id())
                        .param("limit", Pages.limit(page))
                        .query((row, _) -> delivery(row))
                        .list();
        return Pages.of(
                read,
                page,
                last -> new Cursor(last.message().at(), last.message().id()),
                delivery -> delivery);
    }

    @Override
    public List<Attempt> attempts(WebhookEndpointId endpoint, UUID message) {
        return jdbc.sql(
                        "select * from webhook_attempt where endpoint = ? and delivery = ? order by id")
                .param(endpoint.value())
                .param(message)
                .query((row, _) -> attempt(row))
                .list();
    }

    @Override
    public void forget(WebhookEndpointId endpoint, Instant before) {
        jdbc.sql(
                        """
                        delete from webhook_delivery
                        where endpoint = ? and state <> 'PENDING' and at < ? and asked_at < ?
                        """)
                .param(endpoint.value())
                .param(Times.utc(before))
                .param(Times.utc(before))
                .update();
    }

    private static Optional<Instant> moment(JdbcClient.StatementSpec statement) {
        return statement.query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    private static WebhookDelivery delivery(ResultSet row) throws SQLException {
        var store = row.getObject("store", UUID.class);
        return new WebhookDelivery(
                new WebhookMessage(
                        row.getObject("id", UUID.class),
                        WebhookType.of(row.getString("type")).orElseThrow(),
                        Times.instant(row, "at"),
                        row.getObject("subject", UUID.class),
                        row.getString("reference"),
                        store == null ? null : new StoreId(store),
                        Mode.valueOf(row.getString("mode")),
                        row.getBoolean("production")),
                new WebhookEndpointId(row.getObject("endpoint", UUID.class)),
                State.valueOf(row.getString("state")),
                Times.instant(row, "asked_at"),
                row.getInt("tries"),
                Times.instantOrNull(row, "next"));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Times.instant(row, "at"),
                row.getBoolean("taken"),
                row.getObject("status", Integer.class),
                row.getString("excerpt"),
                row.getInt("millis"),
                Times.instantOrNull(row, "not_before"));
    }
}

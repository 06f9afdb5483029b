package dev.cordon.infra.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.notification.WebhookEndpoints;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpoint.Wish;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.notification.WebhookUrl;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JpaWebhookEndpointsTest {

    private static final Actor.Person ADAM = new Actor.Person("adam");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final WebhookEndpointId ID = new WebhookEndpointId(new UUID(0, 31));
    private static final StoreId MINE = new StoreId(new UUID(0, 1));
    private static final StoreId THEIRS = new StoreId(new UUID(0, 2));

    @Autowired private WebhookEndpoints endpoints;
    @Autowired private Acting acting;
    @Autowired private Emptied database;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void itComesBackAsItWasStored() {
        for (var stores : Set.of(StoreScope.ALL, new StoreScope.Only(Set.of(MINE, THEIRS)))) {
            database.empty();
            var added = WebhookEndpoint.add(ID, wish(stores), ADAM, NOON);
            acting.as(ADAM, "AddWebhookEndpoint", () -> endpoints.save(added));

            var stored = stored(StoreScope.ALL);

            assertThat(stored.wish()).isEqualTo(added.state().wish());
            assertThat(stored.owner()).isEqualTo(ADAM);
            assertThat(stored.state()).isEqualTo(WebhookState.ON);
            assertThat(stored.onSince()).isEqualTo(NOON);
            assertThat(stored.secretSince()).isEqualTo(NOON);
        }
    }

    @Test
    void whatChangesIsInHistoryAndWhatDoesNotIsNot() {
        add(StoreScope.ALL);
        var seen = stored(StoreScope.ALL);

        acting.as(
                ADAM,
                "ChangeWebhookEndpoint",
                () -> endpoints.save(seen.change(seen.wish(), ADAM, NOON)));
        acting.as(
                ADAM,
                "SwitchWebhookEndpoint",
                () -> endpoints.save(stored().switchOff(ADAM, NOON)));

        assertThat(
                        jdbc.sql("select state from webhook_endpoint_aud where id = ? order by rev")
                                .param(ID.value())
                                .query(String.class)
                                .list())
                .containsExactly("ON", "OFF");
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        ADAM,
                                        "SwitchWebhookEndpoint",
                                        () -> endpoints.save(seen.switchOff(ADAM, NOON))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whoMaySeeAPartOfItsStoresDoesNotSeeIt() {
        add(new StoreScope.Only(Set.of(MINE, THEIRS)));
        var mine = new StoreScope.Only(Set.of(MINE));

        acting.as(
                ADAM,
                "WebhookQueries",
                () -> {
                    assertThat(endpoints.find(ID, mine)).isEmpty();
                    assertThat(endpoints.all(mine)).isEmpty();
                    assertThat(endpoints.all(new StoreScope.Only(Set.of(MINE, THEIRS)))).hasSize(1);
                });
    }

    private void add(StoreScope stores) {
        acting.as(
                ADAM,
                "AddWebhookEndpoint",
                () -> endpoints.save(WebhookEndpoint.add(ID, wish(stores), ADAM, NOON)));
    }

    private WebhookEndpoint stored(StoreScope scope) {
        return acting.as(ADAM, "WebhookQueries", () -> endpoints.get(ID, scope));
    }

    /** Within the transaction that runs. */
    private WebhookEndpoint stored() {
        return endpoints.get(ID, StoreScope.ALL);
    }

    private static Wish wish(StoreScope stores) {
        return new Wish(
                new WebhookUrl("https://receiver.example/in"),
                Set.of(WebhookType.ALERT_RAISED, WebhookType.INCIDENT_CLOSED),
                stores,
                true);
    }
}

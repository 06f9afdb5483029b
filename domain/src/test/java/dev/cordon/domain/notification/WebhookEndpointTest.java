package dev.cordon.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.WebhookEndpoint.Wish;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointDisabled;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebhookEndpointTest {

    private static final Actor.Person ADAM = new Actor.Person("adam");
    private static final Actor SENDER = new Actor.Automation("webhook-sender");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final WebhookUrl URL = new WebhookUrl("https://receiver.example/in");

    private final WebhookEndpoint endpoint =
            WebhookEndpoint.add(
                            new WebhookEndpointId(new UUID(0, 1)),
                            wish(Set.of(WebhookType.ALERT_RAISED), StoreScope.ALL),
                            ADAM,
                            NOON)
                    .state();

    @Test
    void switchedOnAgainItStartsAfresh() {
        var off = endpoint.switchOff(ADAM, NOON).state();
        var on = off.switchOn(ADAM, LATER).state();

        assertThat(off.onSince()).isEqualTo(NOON);
        assertThat(on.onSince()).isEqualTo(LATER);
        assertThatThrownBy(() -> on.switchOn(ADAM, LATER)).isInstanceOf(IllegalTransition.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILING", "GONE"})
    void theProgramSwitchesItOffAndAPersonOnAgain(WebhookState why) {
        var disabled = endpoint.disable(why, SENDER, LATER);

        assertThat(disabled.events())
                .containsExactly(new WebhookEndpointDisabled(endpoint.id(), why, LATER, SENDER));
        assertThat(disabled.state().wasDisabled()).isTrue();
        assertThat(disabled.state().switchOn(ADAM, LATER).state().isOn()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ON", "OFF", "REMOVED"})
    void theProgramSwitchesNothingOffForAnotherReason(WebhookState why) {
        assertThatThrownBy(() -> endpoint.disable(why, SENDER, LATER))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void whatWasRemovedStaysRemoved() {
        var removed = endpoint.remove(ADAM, LATER).state();

        assertThatThrownBy(() -> removed.switchOn(ADAM, LATER))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> removed.renewSecret(ADAM, LATER))
                .isInstanceOf(IllegalTransition.class);
        assertThatThrownBy(() -> removed.change(endpoint.wish(), ADAM, LATER))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void itTellsOfSomethingAndOfSomeStore() {
        assertThatThrownBy(() -> wish(Set.of(), StoreScope.ALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Set.of(WebhookType.TEST), StoreScope.ALL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wish(Set.of(WebhookType.ALERT_RAISED), StoreScope.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        wish(
                                        Set.of(WebhookType.ALERT_RAISED),
                                        new StoreScope.Only(Set.of(new StoreId(new UUID(0, 7)))))
                                .types())
                .hasSize(1);
    }

    private static Wish wish(Set<WebhookType> types, StoreScope stores) {
        return new Wish(URL, types, stores, false);
    }
}

package dev.cordon.domain.notification;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointAdded;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointChanged;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointDisabled;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointRemoved;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointSwitched;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookSecretRenewed;
import java.time.Instant;
import java.util.Set;

/**
 * A program outside that is told what happens to alerts and incidents.
 *
 * @param owner whom a mail tells when it was switched off by itself
 * @param onSince when it was last switched on; failures before do not count
 * @param secretSince when its secret was last renewed
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        Actor.Person owner,
        Wish wish,
        WebhookState state,
        Instant addedAt,
        Instant onSince,
        Instant secretSince,
        Version version) {

    /**
     * What is sent where.
     *
     * @param types what it is told of; a test is always sent
     * @param stores of which stores
     * @param exercises also of drills, tutorials and stores that are not in production
     */
    public record Wish(
            WebhookUrl url, Set<WebhookType> types, StoreScope stores, boolean exercises) {

        public Wish {
            types = Set.copyOf(types);
            if (types.isEmpty() || types.contains(WebhookType.TEST)) {
                throw new IllegalArgumentException("a webhook tells of alerts or of incidents");
            }
            if (stores.equals(StoreScope.NONE)) {
                throw new IllegalArgumentException("a webhook tells of at least one store");
            }
        }
    }

    public static Transition<WebhookEndpoint> add(
            WebhookEndpointId id, Wish wish, Actor.Person by, Instant at) {
        return Transition.to(
                new WebhookEndpoint(id, by, wish, WebhookState.ON, at, at, at, Version.NEW),
                new WebhookEndpointAdded(id, at, by));
    }

    public Transition<WebhookEndpoint> change(Wish next, Actor.Person by, Instant at) {
        requireThere("be changed");
        return Transition.to(
                with(next, state, onSince, secretSince), new WebhookEndpointChanged(id, at, by));
    }

    public Transition<WebhookEndpoint> switchOn(Actor.Person by, Instant at) {
        requireThere("be switched on");
        if (isOn()) {
            throw refused("be switched on");
        }
        return switched(WebhookState.ON, at, by, at);
    }

    public Transition<WebhookEndpoint> switchOff(Actor.Person by, Instant at) {
        requireOn("be switched off");
        return switched(WebhookState.OFF, onSince, by, at);
    }

    /** The program switches it off by itself, and tells its owner. */
    public Transition<WebhookEndpoint> disable(WebhookState why, Actor by, Instant at) {
        requireOn("be disabled");
        if (why != WebhookState.FAILING && why != WebhookState.GONE) {
            throw refused("be disabled as " + why);
        }
        return Transition.to(
                with(wish, why, onSince, secretSince),
                new WebhookEndpointDisabled(id, why, at, by));
    }

    public Transition<WebhookEndpoint> renewSecret(Actor.Person by, Instant at) {
        requireThere("get a new secret");
        return Transition.to(with(wish, state, onSince, at), new WebhookSecretRenewed(id, at, by));
    }

    public Transition<WebhookEndpoint> remove(Actor.Person by, Instant at) {
        requireThere("be removed");
        return Transition.to(
                with(wish, WebhookState.REMOVED, onSince, secretSince),
                new WebhookEndpointRemoved(id, at, by));
    }

    public boolean isOn() {
        return state == WebhookState.ON;
    }

    /** Whether the program switched it off by itself. */
    public boolean wasDisabled() {
        return state == WebhookState.FAILING || state == WebhookState.GONE;
    }

    /**
     * @param verb what only one that is on can do
     * @throws IllegalTransition if it is off
     */
    public void requireOn(String verb) {
        if (!isOn()) {
            throw refused(verb);
        }
    }

    private Transition<WebhookEndpoint> switched(
            WebhookState next, Instant since, Actor by, Instant at) {
        return Transition.to(
                with(wish, next, since, secretSince),
                new WebhookEndpointSwitched(id, next == WebhookState.ON, at, by));
    }

    private WebhookEndpoint with(
            Wish wish, WebhookState state, Instant onSince, Instant secretSince) {
        return new WebhookEndpoint(id, owner, wish, state, addedAt, onSince, secretSince, version);
    }

    private void requireThere(String verb) {
        if (state == WebhookState.REMOVED) {
            throw refused(verb);
        }
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition("webhook endpoint " + id, state.name(), verb);
    }
}

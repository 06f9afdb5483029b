package dev.cordon.domain.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.StoreEvent.SensorKeySettled;
import dev.cordon.domain.store.StoreEvent.StoreAdded;
import dev.cordon.domain.store.StoreEvent.StoreChanged;
import dev.cordon.domain.store.StoreEvent.StoreConnectionRemoved;
import dev.cordon.domain.store.StoreEvent.StoreConnectionReplaced;
import dev.cordon.domain.store.StoreEvent.StoreConnectionsForgotten;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A WooCommerce store that Cordon looks after.
 *
 * @param zone the zone the store's people think in
 * @param language the language its customers read when nothing better is known
 * @param contact where customers write to about their data
 * @param twin of a production store the staging store on which a step is tried first; null if there
 *     is none
 */
public record Store(
        StoreId id,
        String name,
        StoreUrl url,
        StoreEnvironment environment,
        ZoneId zone,
        Locale language,
        ContactAddress contact,
        @Nullable StoreId twin,
        Version version) {

    private static final int LONGEST_NAME = 120;

    /** What a person says about a store and may correct later. */
    public record Profile(
            String name,
            StoreUrl url,
            StoreEnvironment environment,
            ZoneId zone,
            Locale language,
            ContactAddress contact,
            @Nullable StoreId twin) {

        /** Without a twin. */
        public Profile(
                String name,
                StoreUrl url,
                StoreEnvironment environment,
                ZoneId zone,
                Locale language,
                ContactAddress contact) {
            this(name, url, environment, zone, language, contact, null);
        }

        /** The same with that staging store as its twin, or with none. */
        public Profile withTwin(@Nullable StoreId other) {
            return new Profile(name, url, environment, zone, language, contact, other);
        }

        /** The same store at another address. */
        public Profile at(StoreUrl other) {
            return new Profile(name, other, environment, zone, language, contact, twin);
        }
    }

    public Store {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a store has a name of at most " + LONGEST_NAME + " characters");
        }
        if (language.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("a store has a language such as en or de");
        }
        if (twin != null && (environment != StoreEnvironment.PRODUCTION || twin.equals(id))) {
            throw new IllegalArgumentException(
                    "a production store alone has a staging twin, which is another store");
        }
    }

    /** Takes a store into care, with the credentials that are kept elsewhere. */
    public static Transition<Store> add(
            StoreId id, Profile profile, StoreAccess access, Actor by, Instant at) {
        Store store = of(id, profile, Version.NEW);
        var events = new ArrayList<DomainEvent>();
        events.add(new StoreAdded(id, store.name(), store.url(), store.environment(), by, at));
        for (Connection connection : access.connections()) {
            events.add(new StoreConnectionReplaced(id, connection.toString(), by, at));
        }
        return new Transition<>(store, events);
    }

    /**
     * Corrects what is known about the store. A new address makes Cordon forget what it would show
     * there ({@link StoreAccess#atAnotherAddress}): a key is never shown to another host than the
     * one it was entered for.
     */
    public Transition<Store> update(Profile profile, String reason, Actor by, Instant at) {
        Store updated = of(id, profile, version);
        var changed = new StoreChanged(id, updated.name(), updated.url(), reason, by, at);
        return keepsCredentialsAt(updated.url())
                ? Transition.to(updated, changed)
                : Transition.to(updated, changed, new StoreConnectionsForgotten(id, by, at));
    }

    /** Its twin is no staging store any more. */
    public Transition<Store> partFromTwin(Actor by, Instant at) {
        return update(
                profile().withTwin(null), "its staging twin became a production store", by, at);
    }

    /** Whether the credentials may be shown at that address too. */
    public boolean keepsCredentialsAt(StoreUrl other) {
        return url.hasSameOriginAs(other);
    }

    /** Takes note that a connection was put in the place of its kind; the secret lies elsewhere. */
    public Transition<Store> replaceConnection(Connection connection, Actor by, Instant at) {
        return Transition.to(this, new StoreConnectionReplaced(id, connection.toString(), by, at));
    }

    /** Takes note that a connection is kept no longer. */
    public Transition<Store> removeConnection(ConnectionKind kind, Actor by, Instant at) {
        return Transition.to(this, new StoreConnectionRemoved(id, kind, by, at));
    }

    /** Takes note that the plugin signs with its new secret; the former one is forgotten. */
    public Transition<Store> settleSensor(Actor by, Instant at) {
        return Transition.to(this, new SensorKeySettled(id, by, at));
    }

    /** What {@link #update} takes, as it is now. */
    public Profile profile() {
        return new Profile(name, url, environment, zone, language, contact, twin);
    }

    public boolean isProduction() {
        return environment == StoreEnvironment.PRODUCTION;
    }

    private static Store of(StoreId id, Profile profile, Version version) {
        return new Store(
                id,
                profile.name(),
                profile.url(),
                profile.environment(),
                profile.zone(),
                profile.language(),
                profile.contact(),
                profile.twin(),
                version);
    }
}

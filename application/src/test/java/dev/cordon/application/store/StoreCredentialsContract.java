package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.aKey;
import static dev.cordon.domain.store.StoreFixtures.aPassword;
import static dev.cordon.domain.store.StoreFixtures.aSensorKey;
import static dev.cordon.domain.store.StoreFixtures.aShell;
import static dev.cordon.domain.store.StoreFixtures.anEdgeToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;
import org.junit.jupiter.api.Test;

/** What {@link StoreCredentials} promises, whoever keeps them. */
public abstract class StoreCredentialsContract {

    /** A port in which the stores are known and have no credentials. */
    protected abstract StoreCredentials credentials();

    /** A store that is known. */
    protected abstract StoreId store();

    /** Another one. */
    protected abstract StoreId other();

    /** Runs as a use case would. */
    protected abstract void within(Runnable work);

    @Test
    void storeWithoutCredentialsHasNone() {
        assertThat(credentials().of(store())).isEqualTo(StoreAccess.NONE);
    }

    @Test
    void everyCombinationReadsBackTheSame() {
        for (var access :
                new StoreAccess[] {
                    StoreAccess.with(aKey()),
                    StoreAccess.with(aPassword()),
                    StoreAccess.with(aKey(), aPassword()),
                    StoreAccess.with(aShell()),
                    StoreAccess.with(aSensorKey()),
                    StoreAccess.with(anEdgeToken()),
                    StoreAccess.with(aKey(), aPassword(), aShell(), aSensorKey(), anEdgeToken())
                }) {
            within(() -> credentials().put(store(), access));

            assertThat(credentials().of(store())).isEqualTo(access);
        }
    }

    @Test
    void credentialsOfOneStoreAreNotThoseOfAnother() {
        within(() -> credentials().put(store(), StoreAccess.with(aKey())));

        assertThat(credentials().of(other())).isEqualTo(StoreAccess.NONE);
    }

    @Test
    void removedCredentialsAreGone() {
        within(() -> credentials().put(store(), StoreAccess.with(aKey())));

        within(() -> credentials().put(store(), StoreAccess.NONE));

        assertThat(credentials().of(store())).isEqualTo(StoreAccess.NONE);
    }
}

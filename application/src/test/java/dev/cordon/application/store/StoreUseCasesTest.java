package dev.cordon.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreUseCasesTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryStoreCredentials credentials = new InMemoryStoreCredentials();
    private final CountingIds ids = new CountingIds();
    private final TestCaller ada = TestCaller.person("ada");
    private final InstantSource noon = InstantSource.fixed(StoreFixtures.NOON);

    @Test
    void addedStoreIsInCareWithItsCredentials() {
        var id = added();

        assertThat(stores.get(id, StoreScope.ALL).name()).isEqualTo("Fjordshop");
        assertThat(credentials.of(id).key()).isEqualTo(StoreFixtures.aKey());
    }

    @Test
    void sameAddressIsNotTakenIntoCareTwice() {
        added();

        var again = adding(ada).add(command());

        assertThat(again).isEqualTo(AddStore.Outcome.Refused.ADDRESS_ALREADY_IN_CARE);
    }

    @Test
    void whoManagesSomeStoresOnlyAddsNone() {
        var limited = ada.within(new StoreScope.Only(Set.of(StoreFixtures.FJORDSHOP)));

        var outcome = adding(limited).add(command());

        assertThat(outcome).isEqualTo(AddStore.Outcome.Refused.CALLER_MANAGES_SOME_STORES_ONLY);
        assertThat(stores.all(StoreScope.ALL)).isEmpty();
    }

    @Test
    void storeOutsideTheScopeIsNotFound() {
        var id = added();
        var update =
                new UpdateStore(
                        stores,
                        connections(),
                        new Twins(stores),
                        ada.within(StoreScope.NONE),
                        noon);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () ->
                                update.update(
                                        new UpdateStore.Command(
                                                id,
                                                Version.NEW.next(),
                                                StoreFixtures.profile(),
                                                "why not")));
    }

    @Test
    void correctionOfAnOldVersionIsRefused() {
        var id = added();
        var update = new UpdateStore(stores, connections(), new Twins(stores), ada, noon);
        var command =
                new UpdateStore.Command(
                        id, Version.NEW.next(), StoreFixtures.profile(), "new name");
        update.update(command);

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> update.update(command));
    }

    @Test
    void storeThatMovesToAnotherServerLosesItsCredentials() {
        var id = added();

        new UpdateStore(stores, connections(), new Twins(stores), ada, noon)
                .update(
                        new UpdateStore.Command(
                                id,
                                Version.NEW.next(),
                                StoreFixtures.profileAt("https://elsewhere.example"),
                                "moved"));

        assertThat(credentials.of(id)).isEqualTo(StoreAccess.NONE);
    }

    @Test
    void aTwinIsAStagingStoreInCare() {
        var id = added();
        var staging = addedStaging();
        var update = new UpdateStore(stores, connections(), new Twins(stores), ada, noon);

        var stranger = update.update(pairing(id, 1, new StoreId(new UUID(0, 99))));
        var paired = update.update(pairing(id, 1, staging));

        assertThat(stranger).isEqualTo(UpdateStore.Outcome.TWIN_IS_NO_STAGING_STORE);
        assertThat(paired).isEqualTo(UpdateStore.Outcome.UPDATED);
        assertThat(stores.get(id, StoreScope.ALL).twin()).isEqualTo(staging);
    }

    @Test
    void aTwinOfAnotherScopeIsNotThere() {
        var id = added();
        var staging = addedStaging();
        var limited = ada.within(new StoreScope.Only(Set.of(id)));
        var update = new UpdateStore(stores, connections(), new Twins(stores), limited, noon);

        assertThat(update.update(pairing(id, 1, staging)))
                .isEqualTo(UpdateStore.Outcome.TWIN_IS_NO_STAGING_STORE);
    }

    @Test
    void aTwinThatBecomesProductionIsNoTwinAnyMore() {
        var id = added();
        var staging = addedStaging();
        var update = new UpdateStore(stores, connections(), new Twins(stores), ada, noon);
        update.update(pairing(id, 1, staging));

        update.update(
                new UpdateStore.Command(
                        staging,
                        Version.NEW.next(),
                        StoreFixtures.profileAt("https://staging.fjordshop.example"),
                        "it sells now"));

        assertThat(stores.get(id, StoreScope.ALL).twin()).isNull();
    }

    private StoreId addedStaging() {
        var command = new AddStore.Command(StoreFixtures.stagingProfile(), StoreAccess.NONE);
        return ((AddStore.Outcome.Added) adding(ada).add(command)).id();
    }

    private static UpdateStore.Command pairing(StoreId store, long seen, StoreId twin) {
        return new UpdateStore.Command(
                store, new Version(seen), StoreFixtures.profile().withTwin(twin), "paired");
    }

    @Test
    void replacedCredentialLeavesTheOneOfTheOtherKind() {
        var id = added();

        new ReplaceConnection(stores, connections(), ada, noon)
                .replace(
                        new ReplaceConnection.Command(
                                id, Version.NEW.next(), StoreFixtures.aPassword()));

        assertThat(credentials.of(id))
                .isEqualTo(StoreAccess.with(StoreFixtures.aKey(), StoreFixtures.aPassword()));
    }

    @Test
    void credentialsAreShownWithoutTheirSecrets() {
        var id = added();
        var queries = new StoreQueries(stores, credentials, new InMemoryConnectionReports(), ada);

        var detail = queries.store(id);

        assertThat(detail.connections())
                .extracting(StoreQueries.Kept::name)
                .containsExactly("WooCommerce key …1234567");
        assertThat(detail.lastCheck()).isNull();
    }

    private StoreId added() {
        return ((AddStore.Outcome.Added) adding(ada).add(command())).id();
    }

    private AddStore adding(TestCaller caller) {
        return new AddStore(stores, connections(), new Twins(stores), caller, ids, noon);
    }

    private KeptConnections connections() {
        return new KeptConnections(credentials, List.of());
    }

    private static AddStore.Command command() {
        return new AddStore.Command(
                StoreFixtures.profile(), StoreAccess.with(StoreFixtures.aKey()));
    }
}

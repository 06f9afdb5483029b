package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.CheckConnection;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.UpdateStore;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The store and the log source that the demonstration begins with. At the next start they are there
 * already; then only a new port of the stand-in store is taken over.
 */
@Component
@Profile("demo")
class DemoData {

    static final SourceId LOG = new SourceId("fjordshop-access");

    private static final String NAME = "fjordshop.example";

    /** What setting up a store takes. */
    @Component
    @Profile("demo")
    record Actions(
            StoreQueries stores,
            AddStore addStore,
            UpdateStore updateStore,
            ReplaceConnection replaceConnection,
            AddLogSource addLogSource) {}

    private final Actions actions;
    private final CheckConnection checkConnection;
    private final DemoAdministrator administrator;

    DemoData(Actions actions, CheckConnection checkConnection, DemoAdministrator administrator) {
        this.actions = actions;
        this.checkConnection = checkConnection;
        this.administrator = administrator;
    }

    /** Sees to it that the store and its log are in care. */
    void prepare(String url) {
        administrator.does(
                () -> {
                    var store = existing().orElseGet(() -> added(url));
                    moveTo(url, store);
                    return addLog(store.id());
                });
    }

    /** Asks the store what its credentials allow, as an administrator would after adding it. */
    void check() {
        administrator.does(
                () ->
                        checkConnection.check(
                                new CheckConnection.Command(existing().orElseThrow().id())));
    }

    private Optional<Store> existing() {
        return actions.stores().stores().stream()
                .map(StoreQueries.StoreDetail::store)
                .filter(store -> store.name().equals(NAME))
                .findFirst();
    }

    private Store added(String url) {
        var profile =
                new Store.Profile(
                        NAME,
                        StoreUrl.of(url),
                        StoreEnvironment.PRODUCTION,
                        ZoneId.of("Europe/Berlin"),
                        Locale.ENGLISH,
                        new ContactAddress("privacy@fjordshop.example"));
        actions.addStore().add(new AddStore.Command(profile, StandInStore.ACCESS));
        return existing().orElseThrow();
    }

    private void moveTo(String url, Store store) {
        if (store.url().equals(StoreUrl.of(url))) {
            return;
        }
        actions.updateStore()
                .update(
                        new UpdateStore.Command(
                                store.id(),
                                store.version(),
                                store.profile().at(StoreUrl.of(url)),
                                "the stand-in store listens at another port"));
        StandInStore.ACCESS
                .connections()
                .forEach(
                        credential ->
                                actions.replaceConnection()
                                        .replace(
                                                new ReplaceConnection.Command(
                                                        store.id(),
                                                        existing().orElseThrow().version(),
                                                        credential)));
    }

    private AddLogSource.Outcome addLog(StoreId store) {
        return actions.addLogSource()
                .add(
                        new AddLogSource.Command(
                                LOG,
                                store,
                                "Access log of fjordshop.example",
                                LogFormat.COMBINED,
                                ZoneOffset.UTC,
                                Mode.LIVE));
    }
}

package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static dev.cordon.domain.store.StoreFixtures.profileAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreUrl;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Stores} promises, whoever keeps them. */
public abstract class StoresContract {

    private static final StoreId FIRST = new StoreId(new UUID(0x7000L, 11));
    private static final StoreId SECOND = new StoreId(new UUID(0x7000L, 12));

    /** An empty port. */
    protected abstract Stores stores();

    /** Saves as a use case would. */
    protected abstract void save(Transition<Store> change);

    @Test
    void whatIsSavedReadsBackTheSame() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example/store"));

        var read = stores().get(FIRST, StoreScope.ALL);

        assertThat(read.profile())
                .isEqualTo(profile("Fjordshop", "https://fjordshop.example/store"));
    }

    @Test
    void correctionReadsBackTheSame() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        var corrected =
                new Store.Profile(
                        "Fjordshop staging",
                        StoreUrl.of("http://staging.fjordshop.example:8080"),
                        StoreEnvironment.STAGING,
                        ZoneId.of("America/New_York"),
                        Locale.forLanguageTag("pt-BR"),
                        new ContactAddress("privacidade@fjordshop.example"));

        save(stores().get(FIRST, StoreScope.ALL).update(corrected, "moved", ADMIN, NOON));

        assertThat(stores().get(FIRST, StoreScope.ALL).profile()).isEqualTo(corrected);
    }

    @Test
    void twinReadsBackTheSameAndGoes() {
        save(Store.add(SECOND, StoreFixtures.stagingProfile(), StoreAccess.NONE, ADMIN, NOON));
        var paired = profile("Fjordshop", "https://fjordshop.example").withTwin(SECOND);
        save(Store.add(FIRST, paired, StoreAccess.NONE, ADMIN, NOON));

        assertThat(stores().get(FIRST, StoreScope.ALL).twin()).isEqualTo(SECOND);

        save(stores().get(FIRST, StoreScope.ALL).partFromTwin(ADMIN, NOON));
        assertThat(stores().get(FIRST, StoreScope.ALL).twin()).isNull();
    }

    @Test
    void versionGrowsWithEveryChange() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        var before = stores().get(FIRST, StoreScope.ALL);

        save(before.update(profile("Fjord", "https://fjordshop.example"), "shorter", ADMIN, NOON));

        var after = stores().get(FIRST, StoreScope.ALL);
        assertThat(after.version().value()).isGreaterThan(before.version().value());
    }

    @Test
    void changeOfWhatSomebodyElseChangedIsRefused() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        var seen = stores().get(FIRST, StoreScope.ALL);
        save(seen.update(profile("Fjord", "https://fjordshop.example"), "shorter", ADMIN, NOON));

        assertThatThrownBy(
                        () ->
                                save(
                                        seen.update(
                                                profile("Other", "https://fjordshop.example"),
                                                "later",
                                                ADMIN,
                                                NOON)))
                .isInstanceOf(StaleVersion.class);
        assertThat(stores().get(FIRST, StoreScope.ALL).name()).isEqualTo("Fjord");
    }

    @Test
    void storeSeenInAnOldVersionIsStale() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        var seen = stores().get(FIRST, StoreScope.ALL).version();

        assertThatThrownBy(() -> stores().get(FIRST, new Version(seen.value() + 7), StoreScope.ALL))
                .isInstanceOf(StaleVersion.class);
        assertThat(stores().get(FIRST, seen, StoreScope.ALL).id()).isEqualTo(FIRST);
    }

    @Test
    void storeOutsideTheScopeIsNotThere() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        save(added(SECOND, "Alpenladen", "https://alpenladen.example"));
        var second = new StoreScope.Only(Set.of(SECOND));

        assertThat(stores().find(FIRST, second)).isEmpty();
        assertThat(stores().all(second)).extracting(Store::id).containsExactly(SECOND);
        assertThat(stores().all(StoreScope.NONE)).isEmpty();
        assertThatThrownBy(() -> stores().get(FIRST, second)).isInstanceOf(NotFound.class);
    }

    @Test
    void allStoresComeByName() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));
        save(added(SECOND, "Alpenladen", "https://alpenladen.example"));

        assertThat(stores().all(StoreScope.ALL))
                .extracting(Store::name)
                .containsExactly("Alpenladen", "Fjordshop");
    }

    @Test
    void addressIsTakenByTheStoreThatHasItExactly() {
        save(added(FIRST, "Fjordshop", "https://fjordshop.example"));

        assertThat(stores().hasStoreAt(StoreUrl.of("HTTPS://Fjordshop.example/"))).isTrue();
        assertThat(stores().hasStoreAt(StoreUrl.of("https://fjordshop.example/de"))).isFalse();
        assertThat(stores().hasStoreAt(StoreUrl.of("http://fjordshop.example"))).isFalse();
    }

    private static Transition<Store> added(StoreId id, String name, String url) {
        return Store.add(id, profile(name, url), StoreAccess.NONE, ADMIN, NOON);
    }

    private static Store.Profile profile(String name, String url) {
        var usual = profileAt(url);
        return new Store.Profile(
                name,
                usual.url(),
                usual.environment(),
                usual.zone(),
                usual.language(),
                usual.contact());
    }
}

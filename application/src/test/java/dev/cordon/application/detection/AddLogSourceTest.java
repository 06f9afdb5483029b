package dev.cordon.application.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.AddLogSource.Outcome;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddLogSourceTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final StoreId STORE = new StoreId(new UUID(0, 5));
    private static final SourceId LOG = new SourceId("fjord-errors");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Caller ADAM = TestCaller.person("adam");
    private static final Caller STRANGER = TestCaller.person("adam").within(StoreScope.NONE);

    private final InMemoryLogSources sources = new InMemoryLogSources();
    private final InMemoryStores stores = new InMemoryStores();

    @BeforeEach
    void aStore() {
        stores.save(
                Store.add(
                        STORE,
                        StoreFixtures.profile(),
                        StoreAccess.NONE,
                        new Actor.Person("adam"),
                        NOON));
    }

    @Test
    void aLogIsWatchedFromNowOnInTheZoneThatWasSaid() {
        var outcome = add(STORE, OSLO, ADAM);

        var expected =
                new LogSource(LOG, STORE, "Errors", LogFormat.of("nginx-error"), OSLO, Mode.LIVE);
        assertThat(outcome).isEqualTo(new Outcome.Added(expected));
        assertThat(sources.find(LOG, StoreScope.ALL)).contains(expected);
    }

    @Test
    void withoutAZoneItIsTheStores() {
        add(STORE, null, ADAM);

        assertThat(sources.get(LOG, StoreScope.ALL).zone())
                .isEqualTo(StoreFixtures.profile().zone());
    }

    @Test
    void anIdIsTakenOnceWhateverStoreItBelongsTo() {
        add(STORE, OSLO, ADAM);

        assertThat(add(STORE, null, ADAM)).isEqualTo(new Outcome.IdTaken());
        assertThat(sources.get(LOG, StoreScope.ALL).zone()).isEqualTo(OSLO);
    }

    @Test
    void aStoreThatNobodyKnowsOrThatIsAnothersIsNotThere() {
        assertThatThrownBy(() -> add(STORE, OSLO, STRANGER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> add(new StoreId(new UUID(0, 6)), OSLO, ADAM))
                .isInstanceOf(NotFound.class);
        assertThat(sources.all(StoreScope.ALL)).isEmpty();
    }

    private Outcome add(StoreId store, @Nullable ZoneId zone, Caller caller) {
        return new AddLogSource(sources, stores, caller, () -> NOON)
                .add(
                        new AddLogSource.Command(
                                LOG,
                                store,
                                "Errors",
                                LogFormat.of("nginx-error"),
                                zone,
                                Mode.LIVE));
    }
}

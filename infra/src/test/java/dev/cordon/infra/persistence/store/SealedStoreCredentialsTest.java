package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreCredentialsContract;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class SealedStoreCredentialsTest extends StoreCredentialsContract {

    private static final StoreId FIRST = new StoreId(new UUID(0, 21));
    private static final StoreId SECOND = new StoreId(new UUID(0, 22));

    private final StoreCredentials port;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;
    private final JdbcClient jdbc;

    SealedStoreCredentialsTest(
            StoreCredentials port,
            Stores stores,
            Acting acting,
            Emptied database,
            JdbcClient jdbc) {
        this.port = port;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void addStores() {
        database.empty();
        add(FIRST, "https://first.example");
        add(SECOND, "https://second.example");
    }

    @Override
    protected StoreCredentials credentials() {
        return port;
    }

    @Override
    protected StoreId store() {
        return FIRST;
    }

    @Override
    protected StoreId other() {
        return SECOND;
    }

    @Override
    protected void within(Runnable work) {
        acting.as(ADMIN, "TestUseCase", work);
    }

    private void add(StoreId id, String url) {
        var added = Store.add(id, StoreFixtures.profileAt(url), StoreAccess.NONE, ADMIN, NOON);
        within(() -> stores.save(added));
    }

    @Test
    void noSecretLiesInTheDatabase() {
        within(() -> port.put(FIRST, StoreAccess.with(StoreFixtures.aKey())));

        var sealed = jdbc.sql("select sealed from store_credential").query(byte[].class).single();

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("cs_", "ck_");
    }

    @Test
    void replacingOneLeavesAMarkInHistoryAndNoSecret() {
        within(() -> port.put(FIRST, StoreAccess.with(StoreFixtures.aKey())));
        within(() -> port.put(FIRST, StoreAccess.with(StoreFixtures.aKey())));
        within(() -> port.put(FIRST, StoreAccess.NONE));

        var history =
                jdbc.sql("select a::text from store_credential_aud a order by rev")
                        .query(String.class)
                        .list();

        assertThat(history).hasSize(3).allMatch(row -> row.contains("WooCommerce key …"));
        assertThat(history).noneMatch(row -> row.contains("cs_") || row.contains("ck_"));
    }
}

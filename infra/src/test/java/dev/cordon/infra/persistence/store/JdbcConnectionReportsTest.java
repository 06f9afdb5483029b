package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.store.ConnectionReports;
import dev.cordon.application.store.ConnectionReportsContract;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Verdict;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcConnectionReportsTest extends ConnectionReportsContract {

    private static final StoreId FIRST = new StoreId(new UUID(0, 21));
    private static final StoreId SECOND = new StoreId(new UUID(0, 22));

    private static final String BEFORE =
            """
            {"verdicts": {"READ_ORDERS": {"kind": "ALLOWED", "why": "Yes.", "whatToDo": null},
              "WRITE_ORDERS": {"kind": "UNKNOWN", "why": "Not tried.", "whatToDo": "Look."},
              "MANAGE_PLUGINS": {"kind": "REFUSED", "why": "No.", "whatToDo": "Ask."},
              "LONG_GONE": {"kind": "ALLOWED", "why": "Yes.", "whatToDo": null}},
             "facts": {"https": true, "siteName": null, "timeZone": null,
              "wooCommerceVersion": "11.0.1", "wordPressVersion": null, "phpVersion": null,
              "highPerformanceOrderStorage": null, "plugins": null}}
            """;

    private final ConnectionReports port;
    private final JdbcClient jdbc;
    private final Stores stores;
    private final Acting acting;
    private final Emptied database;

    JdbcConnectionReportsTest(
            ConnectionReports port,
            JdbcClient jdbc,
            Stores stores,
            Acting acting,
            Emptied database) {
        this.port = port;
        this.jdbc = jdbc;
        this.stores = stores;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void addStores() {
        database.empty();
        add(FIRST, "https://first.example");
        add(SECOND, "https://second.example");
    }

    @Override
    protected ConnectionReports reports() {
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

    @Test
    void aReportFromBeforeThereWereWaysIsReadStill() {
        within(
                () ->
                        jdbc.sql(
                                        """
                                        insert into connection_report (store, at, report)
                                        values (?, ?, ?::jsonb)
                                        """)
                                .param(FIRST.value())
                                .param(NOON.atOffset(ZoneOffset.UTC))
                                .param(BEFORE)
                                .update());

        var read = port.latest(FIRST).orElseThrow();

        assertThat(read.allows(Capability.READ_ORDERS)).isTrue();
        assertThat(read.verdict(Capability.HOLD_ORDERS).why()).isEqualTo("Not tried.");
        assertThat(read.verdict(Capability.DEACTIVATE_PLUGINS))
                .isEqualTo(new Verdict.Refused(Reason.said("No.", "Ask.")));
        assertThat(read.allows(Capability.ROTATE_SALTS)).isFalse();
        assertThat(read.facts().wooCommerceVersion()).isEqualTo("11.0.1");
    }

    private void add(StoreId id, String url) {
        var added = Store.add(id, StoreFixtures.profileAt(url), StoreAccess.NONE, ADMIN, NOON);
        within(() -> stores.save(added));
    }
}

package dev.cordon.application.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckConnectionTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryConnectionReports reports = new InMemoryConnectionReports();
    private final InlineUnitOfWork unitOfWork = new InlineUnitOfWork();
    private final TestCaller ada = TestCaller.person("ada");

    @BeforeEach
    void addTheStore() {
        stores.save(
                Store.add(
                        StoreFixtures.FJORDSHOP,
                        StoreFixtures.profile(),
                        StoreAccess.NONE,
                        ada.actor(),
                        StoreFixtures.NOON));
    }

    @Test
    void reportIsKeptWithItsTime() {
        var gateway = new FakeStoreGateway().checkedAt(StoreFixtures.NOON);

        var report = checking(gateway, ada);

        assertThat(reports.latest(StoreFixtures.FJORDSHOP)).contains(report);
        assertThat(report.at()).isEqualTo(StoreFixtures.NOON);
    }

    @Test
    void storeThatRefusesIsAReportToo() {
        var gateway = new FakeStoreGateway().failing(new StoreFailure.WrongKey(), 1);

        var report = checking(gateway, ada);

        assertThat(report.isUsable()).isFalse();
        assertThat(reports.latest(StoreFixtures.FJORDSHOP)).contains(report);
    }

    @Test
    void storeIsAskedWhileNoTransactionIsOpen() {
        var askedInside = new AtomicBoolean();
        var gateway = new FakeStoreGateway().whenAsked(() -> askedInside.set(unitOfWork.isOpen()));

        checking(gateway, ada);

        assertThat(askedInside).isFalse();
    }

    @Test
    void storeOutsideTheScopeIsNotAsked() {
        var stranger = ada.within(StoreScope.NONE);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> checking(new FakeStoreGateway(), stranger));
        assertThat(reports.latest(StoreFixtures.FJORDSHOP)).isEmpty();
    }

    private ConnectionReport checking(StoreGateway gateway, TestCaller caller) {
        return new CheckConnection(stores, gateway, reports, unitOfWork, caller)
                .check(new CheckConnection.Command(StoreFixtures.FJORDSHOP));
    }
}

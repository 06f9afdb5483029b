package dev.cordon.infra.persistence.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.PageVisits;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PersistenceTest
class JdbcPageVisitsTest {

    private static final StoreId SHOP = StoreFixtures.FJORDSHOP;
    private static final AlertId ALERT = new AlertId(new UUID(7, 7));
    private static final byte[] HTML = "<script>".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 PAGE = Sha256.of(HTML);

    private final PageVisits visits;
    private final AlertOriginals originals;
    private final Alerts alerts;
    private final Stores stores;
    private final Acting acting;
    private final UnitOfWork work;
    private final Emptied database;

    JdbcPageVisitsTest(
            PageVisits visits,
            AlertOriginals originals,
            Alerts alerts,
            Stores stores,
            Acting acting,
            UnitOfWork work,
            Emptied database) {
        this.visits = visits;
        this.originals = originals;
        this.alerts = alerts;
        this.stores = stores;
        this.acting = acting;
        this.work = work;
        this.database = database;
    }

    @BeforeEach
    void addStore() {
        database.empty();
        var added = Store.add(SHOP, StoreFixtures.profile(), StoreAccess.NONE, ADMIN, NOON);
        acting.as(ADMIN, "TestUseCase", () -> stores.save(added));
        work.run(() -> visits.keep(SHOP, PAGE, HTML, NOON));
    }

    @Test
    void aPageIsKeptUnderItsOwnDigestUntilItsTimeIsOver() {
        forget(Duration.ZERO);
        assertThat(visits.kept(SHOP, PAGE.hex())).contains(HTML);

        forget(Duration.ofSeconds(1));

        assertThat(visits.kept(SHOP, PAGE.hex())).isEmpty();
    }

    @Test
    void aPageBesideAnAlertThatNobodyHasDecidedAboutStays() {
        acting.as(ADMIN, "TestUseCase", this::raise);

        forget(Duration.ofSeconds(1));
        assertThat(visits.kept(SHOP, PAGE.hex())).contains(HTML);
        acting.as(ADMIN, "TestUseCase", this::dismiss);
        forget(Duration.ofSeconds(1));

        assertThat(visits.kept(SHOP, PAGE.hex())).isEmpty();
    }

    private void forget(Duration after) {
        work.run(
                () -> {
                    originals.forget(NOON.plus(after));
                    visits.forget(NOON.plus(after));
                });
    }

    private void raise() {
        var origin = new AlertOrigin(AlertOrigin.PAYMENT_PAGE, "checkout", "1");
        var note = new AlertNote("The payment page is not what was approved", "", null);
        var finding =
                new ReportedFinding(
                                "1",
                                note,
                                AttackKind.TAMPERING,
                                AlertSeverity.CRITICAL,
                                NOON,
                                NOON,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(NOON);
        alerts.save(Alert.raise(ALERT, SHOP, origin, Mode.LIVE, finding, note, NOON, NOON, ADMIN));
        originals.keep(
                new AlertOriginals.Original(
                        SHOP, ALERT, AlertOriginals.Form.PAGE, PAGE, "https://shop.example", NOON),
                new byte[0]);
    }

    private void dismiss() {
        var alert = alerts.find(ALERT, StoreScope.ALL).orElseThrow();
        alerts.save(
                alert.dismiss(
                        AlertResolution.FALSE_POSITIVE,
                        "our own script",
                        new Actor.Person("ada"),
                        NOON));
    }
}

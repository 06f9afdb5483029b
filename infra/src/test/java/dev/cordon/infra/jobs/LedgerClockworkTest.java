package dev.cordon.infra.jobs;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.persistence.evidence.LedgerParts;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thread that sequences, over leaves of revisions. */
@PersistenceTest
class LedgerClockworkTest {

    private final Ledger ledger;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final LedgerClockwork clockwork;

    LedgerClockworkTest(
            LedgerParts parts, Acting acting, Emptied database, StoredIncident incident) {
        this.ledger = parts.ledger();
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        clockwork =
                new LedgerClockwork(
                        parts.byHand(InstantSource.fixed(NOON), Tsa.none(), MirrorFolder.none())
                                .sequencing());
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void stop() {
        clockwork.stop();
    }

    @Test
    void aLeafIsSequencedAfterTheCommitThatAsks() {
        clockwork.start();

        acting.as(
                RITA,
                "EscalateAlert",
                () -> {
                    clockwork.ask();
                    clockwork.ask();
                });
        incident.store();

        await().until(() -> ledger.extent().signed() == 1);
    }

    @Test
    void whatWaitsSinceBeforeItStartedIsSequencedUnasked() {
        incident.store();

        clockwork.start();

        await().until(() -> ledger.extent().signed() == 1);
    }

    @Test
    void itsThreadEndsWithIt() {
        var before = threads();
        clockwork.start();
        assertThat(threads()).hasSize(before.size() + 1);

        clockwork.stop();

        assertThat(clockwork.isRunning()).isFalse();
        assertThat(threads()).isEqualTo(before);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("ledger"))
                .collect(Collectors.toSet());
    }
}

package dev.cordon.infra.jobs;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.evidence.Anchors;
import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.Lags;
import dev.cordon.application.evidence.Ledger;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.application.evidence.MirrorMark;
import dev.cordon.application.evidence.NoPackages;
import dev.cordon.application.evidence.RecordedRevisions;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
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
            Ledger ledger,
            LedgerSequence sequence,
            CheckpointKey key,
            UnitOfWork work,
            Anchors anchors,
            Lags lags,
            MirrorMark mark,
            RecordedRevisions revisions,
            Acting acting,
            Emptied database,
            StoredIncident incident) {
        this.ledger = ledger;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        var outside =
                new LedgerByHand.Outside(
                        anchors,
                        Tsa.none(),
                        lags,
                        MirrorFolder.none(),
                        mark,
                        revisions,
                        new NoPackages());
        clockwork =
                new LedgerClockwork(
                        new LedgerByHand(
                                        ledger,
                                        sequence,
                                        key,
                                        work,
                                        InstantSource.fixed(NOON),
                                        outside)
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

package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.DETECTION;
import static dev.cordon.domain.detection.DetectionFixtures.SOURCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.keeping.LogDeletion.Why;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogDeletingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] ONE = "one\ntwo\n".getBytes(UTF_8);
    private static final byte[] NEXT = "three\n".getBytes(UTF_8);

    private final InMemoryLogSpool spool = new InMemoryLogSpool();
    private final Proofs proofs = new Proofs();
    private final DamagedCuts cuts = new DamagedCuts();

    @Test
    void aPieceThatDoesNotOpenIsDeletedWithProofOfItsBytesAndHoldsUpNoneBehindIt()
            throws IOException {
        spool.piece(SOURCE.id(), ONE, daysAgo(20));
        spool.piece(SOURCE.id(), NEXT, daysAgo(19));
        spool.piece(SOURCE.id(), ONE, daysAgo(0));
        spool.damage(new Stretch(0, ONE.length));

        deleting().deleteOld(SOURCE, DETECTION);

        assertThat(spool.pieces(SOURCE.id())).hasSize(1);
        assertThat(proofs.all).extracting(LogDeletion::why).containsExactly(Why.DAMAGED, Why.AGE);
        assertThat(proofs.all).extracting(LogDeletion::lines).containsExactly(0L, 1L);
        assertThat(proofs.all)
                .extracting(LogDeletion::digest)
                .containsExactly(Sha256.of(ONE), Sha256.of(NEXT));
    }

    @Test
    void linesOfAnAlertThatDoNotOpenAreDeletedWithProofToo() throws IOException {
        var alert = new AlertId(new UUID(0, 9));
        cuts.all.add(new MatchedLines.Cut(SOURCE.id(), alert, new Stretch(0, 8), daysAgo(400)));

        deleting().deleteOld(SOURCE, DETECTION);

        assertThat(cuts.all).isEmpty();
        assertThat(proofs.all)
                .singleElement()
                .satisfies(proof -> assertThat(proof.why()).isEqualTo(Why.DAMAGED))
                .satisfies(proof -> assertThat(proof.alert()).isEqualTo(alert));
    }

    private static Instant daysAgo(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private LogDeleting deleting() {
        var work = new InlineUnitOfWork();
        AlertsInLog none = (_, _, _, _) -> List.of();
        return new LogDeleting(
                spool,
                cuts,
                new MatchedKeeping(none, cuts, spool, DetectionSettings.DEFAULTS, work),
                new KeptLogs(new Usual(), new NoHolds(), spool),
                proofs,
                work,
                new CountingIds(),
                () -> NOON);
    }

    private static final class Proofs implements LogDeletions {

        private final List<LogDeletion> all = new ArrayList<>();

        @Override
        public void add(LogDeletion deletion) {
            all.add(deletion);
        }

        @Override
        public Page<LogDeletion> list(SourceId source, Page.Request page) {
            throw new UnsupportedOperationException("nobody lists them here");
        }
    }

    /** None of them opens. */
    private static final class DamagedCuts implements MatchedLines {

        private final List<Cut> all = new ArrayList<>();

        @Override
        public void keep(SourceId source, AlertId alert, Stretch cutFrom, InputStream lines) {
            throw new UnsupportedOperationException("there is no alert here");
        }

        @Override
        public List<Cut> of(SourceId source) {
            return List.copyOf(all);
        }

        @Override
        public InputStream open(Cut cut) throws IOException {
            throw new Damaged("it does not open", null);
        }

        @Override
        public InputStream openAsItLies(Cut cut) {
            return new ByteArrayInputStream(ONE);
        }

        @Override
        public void delete(Cut cut) {
            all.remove(cut);
        }
    }

    private static final class Usual implements Retentions {

        @Override
        public Optional<Retention> find(SourceId source) {
            return Optional.empty();
        }

        @Override
        public void save(Transition<Retention> change) {
            throw new UnsupportedOperationException("nobody changes it here");
        }
    }

    private static final class NoHolds implements LegalHolds {

        @Override
        public Optional<LegalHold> find(UUID id, StoreScope scope) {
            return Optional.empty();
        }

        @Override
        public List<LegalHold> all(StoreScope scope) {
            return List.of();
        }

        @Override
        public List<LegalHold> active(StoreId store) {
            return List.of();
        }

        @Override
        public void save(Transition<LegalHold> change) {
            throw new UnsupportedOperationException("nobody places one here");
        }
    }
}

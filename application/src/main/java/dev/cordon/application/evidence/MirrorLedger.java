package dev.cordon.application.evidence;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.Lag;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds every checkpoint that the mirror does not have yet, in their order. While the mirror is away
 * they wait, and it is told.
 */
@StreamingUseCase
public class MirrorLedger {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorLedger.class);
    private static final int BATCH = 500;

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(BooleanSupplier goOn) {}

    private final LedgerMirror mirror;
    private final Ledger ledger;
    private final MirrorMark mark;
    private final Lags lags;
    private final UnitOfWork work;
    private final InstantSource clock;

    MirrorLedger(
            LedgerMirror mirror,
            Ledger ledger,
            MirrorMark mark,
            Lags lags,
            UnitOfWork work,
            InstantSource clock) {
        this.mirror = mirror;
        this.ledger = ledger;
        this.mark = mark;
        this.lags = lags;
        this.work = work;
        this.clock = clock;
    }

    @Requires(Permission.LEDGER_SEQUENCE)
    public void mirror(Command command) {
        var now = clock.instant();
        var lag = work.commit(() -> lags.of(LedgerMirror.NAME));
        if (!mirror.isSet() || lag.filter(one -> one.next().isAfter(now)).isPresent()) {
            return;
        }
        try {
            catchUp(command.goOn());
            if (lag.isPresent()) {
                work.run(() -> lags.over(LedgerMirror.NAME));
            }
        } catch (IOException away) {
            LOG.warn("checkpoints wait for the ledger's mirror", away);
            work.run(() -> failed(String.valueOf(away.getMessage()), now));
        }
    }

    private void catchUp(BooleanSupplier goOn) throws IOException {
        while (goOn.getAsBoolean()) {
            long after = mirror.last().map(SignedCheckpoint::size).orElse(0L);
            boolean first = !work.commit(mark::isMade);
            var fresh = work.commit(() -> ledger.checkpointsAfter(after, BATCH));
            if (fresh.isEmpty()) {
                return;
            }
            mirror.add(fresh, first);
            if (first) {
                work.run(mark::make);
            }
        }
    }

    private void failed(String detail, Instant now) {
        lags.put(
                lags.of(LedgerMirror.NAME)
                        .map(lag -> lag.again("MIRROR_AWAY", detail, now))
                        .orElseGet(() -> Lag.first(LedgerMirror.NAME, "MIRROR_AWAY", detail, now)));
    }
}

package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.persistence.evidence.LedgerQueue;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sequences what waits for its place in the ledger, soon after the commit that asks, and looks by
 * itself every second: for leaves of instances that died or run no jobs. Not a durable job: which
 * leaves wait is stored with them, and a job for each leaf took longer than the leaf.
 */
final class LedgerClockwork implements LedgerQueue, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerClockwork.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Who commits within so short a time is signed for together. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final SequenceLedger sequence;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread worker;

    /** One for all, so that a transaction rings once however often it asks. */
    private final TransactionSynchronization ringing =
            new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.release();
                }
            };

    LedgerClockwork(SequenceLedger sequence) {
        this.sequence = sequence;
    }

    @Override
    public void ask() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.release();
        } else if (!TransactionSynchronizationManager.getSynchronizations().contains(ringing)) {
            TransactionSynchronizationManager.registerSynchronization(ringing);
        }
    }

    @Override
    public synchronized void start() {
        var fresh = Thread.ofPlatform().name("ledger").daemon().unstarted(this::work);
        worker = fresh;
        fresh.start();
    }

    @Override
    public synchronized void stop() {
        var working = worker;
        worker = null;
        if (working == null) {
            return;
        }
        bell.release();
        try {
            if (!working.join(PATIENCE)) {
                working.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        int failures = 0;
        try {
            while (isRunning()) {
                if (bell.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHER);
                    bell.drainPermits();
                }
                failures = look() ? 0 : failures + 1;
                if (failures > 0 && isRunning()) {
                    bell.tryAcquire(Retries.after(failures).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** It outlives whatever fails; what waits is not lost, and is told by checking the ledger. */
    private boolean look() {
        try {
            CallerContext.runAs(AutomationPolicy.LEDGER, this::sequence);
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("leaves could not be sequenced and wait; they are tried again", failure);
            return false;
        }
    }

    private void sequence() {
        try {
            sequence.sequence(new SequenceLedger.Command(this::isRunning));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

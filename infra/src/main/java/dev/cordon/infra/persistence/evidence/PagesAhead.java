package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.domain.evidence.ledger.LedgerPage;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the next two pages while one is checked: the database finds one, this program decodes
 * another, and nobody waits.
 */
final class PagesAhead implements Ledger.Pages {

    private static final int PAGE = 4096;
    private static final int AHEAD = 2;

    private final Ledger ledger;
    private final long to;
    private final ExecutorService reading = Executors.newFixedThreadPool(AHEAD);
    private final Queue<CompletableFuture<LedgerPage>> ahead = new ArrayDeque<>();
    private long asked;

    PagesAhead(Ledger ledger, long from, long to) {
        this.ledger = ledger;
        this.to = to;
        this.asked = from;
        for (int i = 0; i < AHEAD; i++) {
            ask();
        }
    }

    private void ask() {
        if (asked < to) {
            long from = asked;
            asked = Math.min(to, from + PAGE);
            long end = asked;
            ahead.add(CompletableFuture.supplyAsync(() -> ledger.page(from, end), reading));
        }
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public LedgerPage next() {
        var first = ahead.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        try {
            var page = first.join();
            ask();
            return page;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        reading.shutdownNow();
    }
}

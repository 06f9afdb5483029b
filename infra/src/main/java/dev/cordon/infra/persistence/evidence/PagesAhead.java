package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.Ledger;
import dev.cordon.domain.evidence.ledger.LedgerPage;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads the next page while one is checked: database and program work side by side. */
final class PagesAhead implements Ledger.Pages {

    private static final int PAGE = 4096;

    private final Ledger ledger;
    private final long to;
    private final ExecutorService reading = Executors.newSingleThreadExecutor();
    private CompletableFuture<LedgerPage> ahead;
    private long next;

    PagesAhead(Ledger ledger, long from, long to) {
        this.ledger = ledger;
        this.to = to;
        this.next = from;
        this.ahead = read(from);
    }

    private CompletableFuture<LedgerPage> read(long from) {
        long end = Math.min(to, from + PAGE);
        return CompletableFuture.supplyAsync(() -> ledger.page(from, end), reading);
    }

    @Override
    public boolean hasNext() {
        return next < to;
    }

    @Override
    public LedgerPage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            var page = ahead.join();
            next = page.to();
            if (hasNext()) {
                ahead = read(next);
            }
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

package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.ledger.WatchRun;
import java.time.Instant;
import java.util.List;

/** Where the watch never finished a run. */
public final class NoRuns implements WatchRuns {

    @Override
    public void add(WatchRun run) {
        throw new UnsupportedOperationException("no runs here");
    }

    @Override
    public boolean has(Instant begunAt) {
        return false;
    }

    @Override
    public List<WatchRun> newest(int limit) {
        return List.of();
    }

    @Override
    public Page<Kept> list(Page.Request request) {
        return new Page<>(List.of(), null);
    }

    @Override
    public List<String> missing(int limit) {
        return List.of();
    }

    @Override
    public List<String> altered(int limit) {
        return List.of();
    }
}

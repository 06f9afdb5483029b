package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those of one store. */
class InMemoryFileManifests implements FileManifests {

    private final Map<Long, List<List<FileEntry>>> parts = new HashMap<>();
    private final List<Kept> ended = new ArrayList<>();
    private @Nullable UnderWay paged;

    @Override
    public Optional<Kept> latest(StoreId store) {
        return ended.isEmpty() ? Optional.empty() : Optional.of(ended.getLast());
    }

    @Override
    public List<FileEntry> part(StoreId store, long version, int part) {
        return parts.get(version).get(part);
    }

    @Override
    public long begin(StoreId store, Instant at) {
        long version = parts.size() + 1L;
        parts.put(version, new ArrayList<>());
        return version;
    }

    @Override
    public Optional<UnderWay> underWay(StoreId store) {
        return Optional.ofNullable(paged)
                .map(
                        each ->
                                new UnderWay(
                                        each.version(),
                                        each.at(),
                                        parts.get(each.version()).size()));
    }

    @Override
    public UnderWay beginPaged(StoreId store, Instant at) {
        paged = new UnderWay(begin(store, at), at, 0);
        return paged;
    }

    @Override
    public void add(StoreId store, long version, int part, List<FileEntry> files) {
        parts.get(version).add(files);
    }

    @Override
    public void end(StoreId store, Kept manifest) {
        ended.add(manifest);
        paged = null;
    }
}

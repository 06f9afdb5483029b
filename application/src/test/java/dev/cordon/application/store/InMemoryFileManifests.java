package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.FileEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those of one store. */
class InMemoryFileManifests implements FileManifests {

    private final Map<Long, List<List<FileEntry>>> parts = new HashMap<>();
    private final List<Kept> ended = new ArrayList<>();

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
    public void add(StoreId store, long version, int part, List<FileEntry> files) {
        parts.get(version).add(files);
    }

    @Override
    public void end(StoreId store, Kept manifest) {
        ended.add(manifest);
    }
}

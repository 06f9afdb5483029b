package dev.cordon.application.store;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ChangedFile;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Those of one store. */
class InMemoryChangedFiles implements ChangedFiles {

    private final TreeMap<String, ChangedFile> files = new TreeMap<>();

    @Override
    public void add(StoreId store, List<ChangedFile> changed) {
        changed.forEach(file -> files.put(file.path(), file));
    }

    @Override
    public long count(StoreId store, String area) {
        return files.values().stream().filter(file -> file.area().equals(area)).count();
    }

    @Override
    public Page<ChangedFile> list(StoreId store, String area, Page.Request page) {
        return new Page<>(
                files.values().stream().filter(file -> file.area().equals(area)).toList(), null);
    }

    @Override
    public void keepOnly(StoreId store, Collection<String> areas) {
        files.values().removeIf(file -> !areas.contains(file.area()));
    }
}

package dev.cordon.application.store;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ChangedFile;
import java.util.Collection;
import java.util.List;

/** The files behind the differences that stand: all that changed since each area was approved. */
public interface ChangedFiles {

    /** Beyond so many of a store, no more are noted. */
    int MOST = 50_000;

    /** One that is noted already is noted as what it is now. */
    void add(StoreId store, List<ChangedFile> files);

    /**
     * @param area {@link ChangedFile#area}
     */
    long count(StoreId store, String area);

    /** By their paths. */
    Page<ChangedFile> list(StoreId store, String area, Page.Request page);

    /** Forgets the others: these areas are as approved. */
    void keepOnly(StoreId store, Collection<String> areas);
}

package dev.cordon.domain.store;

import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the files below a folder of a store, in the order of their paths.
 *
 * @param next behind which path it goes on; null if that was all
 */
public record StoreFiles(List<StoreFile> files, @Nullable String next) {

    public StoreFiles {
        files = List.copyOf(files);
    }

    /**
     * A file, from the site's root.
     *
     * @param digest null for a link, and for what is too large or not readable
     * @param link where it leads, if it is one
     */
    public record StoreFile(
            String path,
            long size,
            @Nullable Instant modifiedAt,
            @Nullable Sha256 digest,
            @Nullable String link) {}
}

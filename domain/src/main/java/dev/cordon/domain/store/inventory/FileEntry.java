package dev.cordon.domain.store.inventory;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file of a store.
 *
 * @param path from the folder of WordPress
 * @param stamp what tells without reading it whether it was touched: times of change of its content
 *     and of itself, and its place on the disk
 * @param digest of its content, or of where it leads if it is a link; null if it was not to be read
 */
public record FileEntry(String path, long size, String stamp, @Nullable Sha256 digest)
        implements Comparable<FileEntry> {

    /** Whether it need not be read again. */
    public boolean isUntouchedSince(FileEntry earlier) {
        return earlier.digest != null
                && size == earlier.size
                && stamp.equals(earlier.stamp)
                && path.equals(earlier.path);
    }

    public FileEntry with(@Nullable Sha256 other) {
        return new FileEntry(path, size, stamp, other);
    }

    /** As {@code LC_ALL=C sort} puts lines that begin with the path and a tabulator. */
    @Override
    public int compareTo(FileEntry other) {
        return Arrays.compareUnsigned(sorted(path), sorted(other.path));
    }

    private static byte[] sorted(String path) {
        return (path + '\t').getBytes(StandardCharsets.UTF_8);
    }
}

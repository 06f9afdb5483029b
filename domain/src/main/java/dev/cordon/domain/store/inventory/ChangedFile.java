package dev.cordon.domain.store.inventory;

import java.time.Instant;

/**
 * A file that was another one than the time before.
 *
 * @param path from the folder of WordPress
 * @param at when that was seen
 */
public record ChangedFile(String path, How how, Instant at) {

    /** What became of it. */
    public enum How {
        NEW,
        CHANGED,
        GONE
    }

    /** What it belongs to, as {@link FileAreas#of} says. */
    public String area() {
        return FileAreas.of(path);
    }
}

package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Up to where a log was read, in a small file of its own: so that after a restart old lines can
 * make room for new ones before anybody has read. A file that is gone or damaged only keeps more.
 */
final class ReleasedPlace {

    private final Path file;
    private volatile long place;

    private ReleasedPlace(Path file, long place) {
        this.file = file;
        this.place = place;
    }

    static ReleasedPlace in(Path folder) throws IOException {
        var file = folder.resolve("released");
        return new ReleasedPlace(file, Files.exists(file) ? read(file) : 0);
    }

    long place() {
        return place;
    }

    /** The log ends there: nothing behind it was read. */
    synchronized void atMost(long end) {
        place = Math.min(place, end);
    }

    synchronized void advance(long to) throws IOException {
        if (to > place) {
            OwnerOnly.write(file, Long.toString(to));
            place = to;
        }
    }

    private static long read(Path file) throws IOException {
        try {
            return Long.parseLong(new String(Files.readAllBytes(file), US_ASCII).strip());
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }
}

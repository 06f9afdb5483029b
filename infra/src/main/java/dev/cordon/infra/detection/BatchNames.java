package dev.cordon.infra.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The names of the batches that a source has taken, the newest of them, also where their lines are
 * gone: a sender repeats soon or never.
 */
final class BatchNames {

    private static final int MOST = 50_000;

    private final SequencedSet<String> names = new LinkedHashSet<>();
    private final Deque<Gone> gone = new ArrayDeque<>();

    /** The list of a segment whose lines are gone, and the last name in it. */
    private record Gone(Path list, String last) {}

    /**
     * @param lists of segments whose lines are gone, the oldest first
     */
    BatchNames(List<Path> lists) throws IOException {
        for (var list : lists) {
            SpoolSegment.namesIn(list).forEach(this::add);
            keep(list);
        }
    }

    void add(String name) {
        names.addLast(name);
        if (names.size() > MOST) {
            names.removeFirst();
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** Keeps the list of a segment whose lines are gone, until its names are forgotten. */
    void keep(Path list) throws IOException {
        var listed = SpoolSegment.namesIn(list);
        if (listed.isEmpty()) {
            Files.deleteIfExists(list);
        } else {
            gone.addLast(new Gone(list, listed.getLast()));
        }
        while (!gone.isEmpty() && !names.contains(gone.getFirst().last())) {
            Files.deleteIfExists(gone.removeFirst().list());
        }
    }
}

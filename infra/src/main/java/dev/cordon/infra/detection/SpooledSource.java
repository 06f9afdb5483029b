package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** The kept log of one source: segments in a folder, the oldest first. */
final class SpooledSource {

    private static final String STAGED = "incoming-";

    /** So many names of batches are remembered: a sender repeats soon or never. */
    private static final int NAMES = 50_000;

    private final Path folder;
    private final SpoolSettings settings;
    private final Deque<SpoolSegment> segments = new ArrayDeque<>();
    private final SequencedSet<String> names = new LinkedHashSet<>();

    private SpooledSource(Path folder, SpoolSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Opens the folder as the last end of the program left it, be it a kill. */
    static SpooledSource open(Path folder, SpoolSettings settings) throws IOException {
        var source = new SpooledSource(OwnerOnly.folder(folder), settings);
        for (var file : files(folder, STAGED + "*")) {
            Files.delete(file);
        }
        for (var file : files(folder, "*" + SpoolSegment.SUFFIX)) {
            long start = SpoolSegment.startOf(file);
            source.segments.add(SpoolSegment.open(folder, start, source::remember));
        }
        return source;
    }

    /** A new file to put an incoming batch into. */
    Path stage() throws IOException {
        return Files.createTempFile(folder, STAGED, "");
    }

    /** Takes the staged batch; empty if one of that name was taken before. */
    synchronized Optional<Stretch> append(Path batch, boolean endsLine, String name)
            throws IOException {
        if (names.contains(name)) {
            return Optional.empty();
        }
        var stretch = current().append(batch, endsLine, name);
        if (!name.isEmpty()) {
            remember(name);
        }
        forgetOld();
        return Optional.of(stretch);
    }

    synchronized Stretch kept() {
        return segments.isEmpty()
                ? new Stretch(0, 0)
                : new Stretch(segments.getFirst().start(), segments.getLast().end());
    }

    synchronized InputStream read(Stretch stretch) throws IOException {
        var kept = kept();
        if (stretch.from() < kept.from() || stretch.to() > kept.to()) {
            throw new IOException(
                    "bytes %d to %d of this log are not kept, only %d to %d"
                            .formatted(stretch.from(), stretch.to(), kept.from(), kept.to()));
        }
        var parts = new ArrayList<SpoolStream.Part>();
        for (var segment : segments) {
            long from = Math.max(stretch.from(), segment.start()) - segment.start();
            long to = Math.min(stretch.to(), segment.end()) - segment.start();
            if (from < to) {
                parts.add(new SpoolStream.Part(segment.data(), from, to));
            }
        }
        return SpoolStream.of(parts);
    }

    private SpoolSegment current() throws IOException {
        var last = segments.peekLast();
        if (last == null || last.end() - last.start() >= settings.segment().toBytes()) {
            var next = SpoolSegment.open(folder, last == null ? 0 : last.end(), this::remember);
            segments.add(next);
            return next;
        }
        return last;
    }

    private void forgetOld() throws IOException {
        while (segments.size() > 1 && kept().length() > settings.kept().toBytes()) {
            segments.removeFirst().delete();
        }
        OwnerOnly.syncFolder(folder);
    }

    private void remember(String name) {
        names.addLast(name);
        if (names.size() > NAMES) {
            names.removeFirst();
        }
    }

    private static Iterable<Path> files(Path folder, String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            files.sort(null);
            return files;
        }
    }
}

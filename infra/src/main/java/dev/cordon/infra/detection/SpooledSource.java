package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Piece;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The kept log of one source: segments in a folder, the oldest first. Batches that arrive while
 * others are written wait, and are then written together: many small ones cost as much as one.
 */
final class SpooledSource {

    private static final String STAGED = "incoming-";

    private final Path folder;
    private final SpoolSettings settings;
    private final FileKeys keys;
    private final ReleasedPlace released;
    private final ReentrantLock writing = new ReentrantLock();
    private final List<Incoming> waiting = new ArrayList<>();
    private final Deque<SpoolSegment> segments = new ArrayDeque<>();
    private final BatchNames names;

    private SpooledSource(Path folder, SpoolSettings settings, FileKeys keys) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.keys = keys;
        this.released = ReleasedPlace.in(folder);
        this.names = new BatchNames(SpoolSegment.listsWithoutLines(folder));
    }

    /** Opens the folder as the last end of the program left it, be it a kill. */
    static SpooledSource open(Path folder, SpoolSettings settings, FileKeys keys)
            throws IOException {
        var source = new SpooledSource(OwnerOnly.folder(folder), settings, keys);
        for (var file : OwnerOnly.files(folder, STAGED + "*")) {
            Files.delete(file);
        }
        for (var segment : SpoolSegment.in(folder, keys, source.names::add)) {
            source.follow(segment);
        }
        source.released.atMost(source.kept().to());
        return source;
    }

    /** A new file to put an incoming batch into, encrypted under a key that nobody keeps. */
    Incoming.Staged stage() throws IOException {
        return new Incoming.Staged(
                OwnerOnly.newFile(folder, STAGED), keys.fresh("a batch that comes in"));
    }

    /** Whether as much as may be kept was not read yet. */
    synchronized boolean isFull() {
        return kept().to() - released.place() >= settings.kept().toBytes();
    }

    /**
     * Takes the batch, and returns once it is safe. Whoever comes first writes for all who wait.
     *
     * @return empty if one of that name was taken before
     */
    Optional<Stretch> append(Incoming batch) throws IOException {
        synchronized (waiting) {
            waiting.add(batch);
        }
        writing.lock();
        try {
            if (!batch.isSettled()) {
                writeAllThatWait();
            }
        } finally {
            writing.unlock();
        }
        return batch.outcome();
    }

    synchronized Stretch kept() {
        return segments.isEmpty()
                ? new Stretch(0, 0)
                : new Stretch(segments.getFirst().start(), segments.getLast().end());
    }

    /** Lines before that place may go. */
    void release(long place) throws IOException {
        released.advance(Math.min(place, kept().to()));
    }

    synchronized Optional<Instant> lastTakenAt() throws IOException {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.getLast().lastTakenAt());
    }

    synchronized List<Piece> pieces() throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var segment : segments) {
            pieces.add(
                    new Piece(
                            new Stretch(segment.start(), segment.end()),
                            segment.firstTakenAt(),
                            segment.lastTakenAt(),
                            segment.end() <= released.place()));
        }
        return pieces;
    }

    /** Begins a new segment, so that the last one may go; places go on where they were. */
    void turnOver() throws IOException {
        writing.lock();
        try {
            synchronized (this) {
                var last = segments.peekLast();
                if (last != null && !last.isEmpty()) {
                    last.close();
                    segments.add(SpoolSegment.after(folder, last));
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** Deletes the oldest segment; the names of its batches stay known. */
    synchronized void delete(Stretch piece) throws IOException {
        var oldest = segments.peekFirst();
        if (oldest == null
                || segments.size() == 1
                || oldest.start() != piece.from()
                || oldest.end() != piece.to()
                || oldest.end() > released.place()) {
            throw new IllegalArgumentException("these lines may not go: " + piece);
        }
        names.keep(segments.removeFirst().deleteLines());
    }

    synchronized InputStream read(Stretch stretch) throws IOException {
        var kept = kept();
        if (stretch.from() < kept.from() || stretch.to() > kept.to()) {
            throw new IOException(
                    "bytes %d to %d of this log are not kept, only %d to %d"
                            .formatted(stretch.from(), stretch.to(), kept.from(), kept.to()));
        }
        return SpoolStream.of(segments, stretch);
    }

    synchronized long readableAfter(long place) throws IOException {
        for (var segment : segments) {
            if (place < segment.end()) {
                return segment.readableAfter(place);
            }
        }
        return kept().to();
    }

    synchronized InputStream asItLies(Stretch piece) throws IOException {
        for (var segment : segments) {
            if (segment.start() == piece.from() && segment.end() == piece.to()) {
                return segment.asItLies();
            }
        }
        throw new IOException("no piece of this log are the bytes " + piece);
    }

    private void writeAllThatWait() {
        List<Incoming> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        try {
            var fresh = unknown(all);
            if (!fresh.isEmpty()) {
                current().append(fresh);
                remember(fresh);
            }
            all.stream().filter(each -> !each.isSettled()).forEach(each -> each.settle(null));
        } catch (IOException | RuntimeException e) {
            fail(all, e);
        } catch (Error e) {
            fail(all, e);
            throw e;
        }
    }

    /** Nobody who waits may take what failed for what was taken before. */
    private static void fail(List<Incoming> all, Throwable e) {
        var reason = e instanceof IOException io ? io : new IOException(e);
        all.stream().filter(each -> !each.isSettled()).forEach(each -> each.fail(reason));
    }

    /** Those that were not taken before, each name once. */
    private synchronized List<Incoming> unknown(List<Incoming> all) {
        var here = new HashSet<String>();
        return all.stream()
                .filter(
                        each ->
                                each.name().isEmpty()
                                        || !names.contains(each.name()) && here.add(each.name()))
                .toList();
    }

    private synchronized SpoolSegment current() throws IOException {
        var last = segments.peekLast();
        if (last != null
                && last.end() - last.start() < settings.segment().toBytes()
                && last.takesMore()) {
            return last;
        }
        if (last != null) {
            last.close();
        }
        var next =
                last == null ? SpoolSegment.at(folder, 0, keys) : SpoolSegment.after(folder, last);
        follow(next);
        return next;
    }

    /** An empty one only marks a place, and is of no use once another one does. */
    private void follow(SpoolSegment next) throws IOException {
        var last = segments.peekLast();
        if (last != null && last.isEmpty()) {
            Files.deleteIfExists(segments.removeLast().deleteLines());
        }
        segments.add(next);
    }

    private synchronized void remember(List<Incoming> taken) {
        taken.stream().map(Incoming::name).filter(name -> !name.isEmpty()).forEach(names::add);
    }
}

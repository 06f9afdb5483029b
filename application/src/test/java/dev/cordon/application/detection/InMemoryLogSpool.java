package dev.cordon.application.detection;

import dev.cordon.application.kernel.Damaged;
import dev.cordon.domain.detection.log.SourceId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link LogSpool} without a disk. */
public final class InMemoryLogSpool implements LogSpool {

    private final Map<SourceId, ByteArrayOutputStream> logs = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<SourceId, Long> forgotten = new HashMap<>();
    private final Map<SourceId, Long> released = new HashMap<>();
    private final Map<SourceId, Instant> takenAt = new HashMap<>();
    private final List<Stretch> damaged = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private long handedOut;
    private boolean full;

    /** As after many other batches. */
    public void forgetNames() {
        taken.clear();
    }

    /** Whether it has as many unread lines as it may keep. */
    public void isFull(boolean now) {
        full = now;
    }

    /** Lines last came in then. */
    public void takenAt(SourceId source, Instant at) {
        takenAt.put(source, at);
    }

    /** Lines before that place are not kept any more. */
    public void forget(SourceId source, long before) {
        forgotten.put(source, before);
    }

    /** These lines do not open any more; of whatever log. */
    public void damage(Stretch lines) {
        damaged.add(lines);
    }

    /** What is appended next is such a piece. */
    public void piece(SourceId source, byte[] lines, Instant taken) throws IOException {
        var place = append(source, null, new ByteArrayInputStream(lines)).orElseThrow();
        pieces.add(new Piece(place, taken, taken, true));
    }

    /** How many bytes were read again so far. */
    public long handedOut() {
        return handedOut;
    }

    @Override
    public Optional<Stretch> append(SourceId source, @Nullable String batch, InputStream lines)
            throws IOException {
        if (full) {
            throw new SpoolFull(source);
        }
        byte[] all = lines.readAllBytes();
        if (batch != null && !taken.add(source + "/" + batch)) {
            return Optional.empty();
        }
        var log = logs.computeIfAbsent(source, _ -> new ByteArrayOutputStream());
        long from = log.size();
        log.writeBytes(all);
        if (all.length > 0 && all[all.length - 1] != '\n') {
            log.write('\n');
        }
        return Optional.of(new Stretch(from, log.size()));
    }

    @Override
    public Stretch kept(SourceId source) {
        var log = logs.get(source);
        return new Stretch(forgotten.getOrDefault(source, 0L), log == null ? 0 : log.size());
    }

    @Override
    public long limit() {
        return Long.MAX_VALUE;
    }

    @Override
    public void release(SourceId source, long place) {
        released.merge(source, place, Math::max);
    }

    /** Up to where lines may go. */
    public long released(SourceId source) {
        return released.getOrDefault(source, 0L);
    }

    @Override
    public List<Piece> pieces(SourceId source) {
        return List.copyOf(pieces);
    }

    @Override
    public void turnOver(SourceId source) {
        // What is appended as a piece is one.
    }

    @Override
    public void delete(SourceId source, Stretch piece) {
        if (!pieces.getFirst().stretch().equals(piece)) {
            throw new IllegalArgumentException("not the oldest: " + piece);
        }
        pieces.removeFirst();
        forget(source, piece.to());
    }

    @Override
    public Optional<Instant> lastTakenAt(SourceId source) {
        return Optional.ofNullable(takenAt.get(source));
    }

    @Override
    public InputStream open(SourceId source, Stretch stretch) {
        var log = logs.getOrDefault(source, new ByteArrayOutputStream());
        handedOut += stretch.length();
        var broken =
                damaged.stream()
                        .filter(each -> each.from() < stretch.to() && each.to() > stretch.from())
                        .findFirst();
        if (broken.isPresent()) {
            int whole = (int) Math.max(0, broken.get().from() - stretch.from());
            return new SequenceInputStream(
                    new ByteArrayInputStream(log.toByteArray(), (int) stretch.from(), whole),
                    new DoesNotOpen());
        }
        return new ByteArrayInputStream(
                log.toByteArray(), (int) stretch.from(), (int) stretch.length());
    }

    @Override
    public long readableAfter(SourceId source, long place) {
        return damaged.stream()
                .filter(each -> each.from() <= place && each.to() > place)
                .mapToLong(Stretch::to)
                .findFirst()
                .orElseThrow();
    }

    /** Here it lies plainly. */
    @Override
    public InputStream openAsItLies(SourceId source, Stretch piece) {
        return new ByteArrayInputStream(
                logs.get(source).toByteArray(), (int) piece.from(), (int) piece.length());
    }

    private static final class DoesNotOpen extends InputStream {
        @Override
        public int read() throws IOException {
            throw new Damaged("it does not open", null);
        }
    }
}

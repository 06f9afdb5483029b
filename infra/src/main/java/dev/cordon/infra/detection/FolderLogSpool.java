package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.infra.crypto.FileKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps raw lines as encrypted files, a folder for each source. A batch first arrives whole, so
 * that a slow sender holds up nobody and a sender who breaks off leaves nothing; what has arrived
 * meanwhile is written together.
 */
final class FolderLogSpool implements LogSpool {

    /** Half a digest tells names apart well enough, in one short word. */
    private static final int NAME = 32;

    private final Path root;
    private final SpoolSettings settings;
    private final FileKeys keys;
    private final Map<SourceId, SpooledSource> sources = new HashMap<>();

    FolderLogSpool(Path root, SpoolSettings settings, FileKeys keys) {
        this.root = root;
        this.settings = settings;
        this.keys = keys;
    }

    @Override
    public Optional<Stretch> append(SourceId source, @Nullable String batch, InputStream lines)
            throws IOException {
        var log = log(source);
        if (log.isFull()) {
            throw new SpoolFull(source);
        }
        var name = batch == null ? "" : name(batch);
        try (var arrived = Incoming.read(lines, name, settings.batch().toBytes(), log::stage)) {
            if (arrived.size() == 0) {
                long end = log.kept().to();
                return Optional.of(new Stretch(end, end));
            }
            return log.append(arrived);
        }
    }

    @Override
    public Stretch kept(SourceId source) throws IOException {
        return log(source).kept();
    }

    @Override
    public long limit() {
        return settings.kept().toBytes();
    }

    @Override
    public void release(SourceId source, long place) throws IOException {
        log(source).release(place);
    }

    @Override
    public List<Piece> pieces(SourceId source) throws IOException {
        return log(source).pieces();
    }

    @Override
    public void turnOver(SourceId source) throws IOException {
        log(source).turnOver();
    }

    @Override
    public void delete(SourceId source, Stretch piece) throws IOException {
        log(source).delete(piece);
    }

    @Override
    public Optional<Instant> lastTakenAt(SourceId source) throws IOException {
        return log(source).lastTakenAt();
    }

    @Override
    public InputStream open(SourceId source, Stretch stretch) throws IOException {
        return log(source).read(stretch);
    }

    @Override
    public long readableAfter(SourceId source, long place) throws IOException {
        return log(source).readableAfter(place);
    }

    @Override
    public InputStream openAsItLies(SourceId source, Stretch piece) throws IOException {
        return log(source).asItLies(piece);
    }

    private SpooledSource log(SourceId source) throws IOException {
        synchronized (sources) {
            var known = sources.get(source);
            if (known == null) {
                known = SpooledSource.open(root.resolve(source.value()), settings, keys);
                sources.put(source, known);
            }
            return known;
        }
    }

    private static String name(String batch) {
        return Canonical.tagged("cordon/batch/v1").add(batch).sha256().hex().substring(0, NAME);
    }
}

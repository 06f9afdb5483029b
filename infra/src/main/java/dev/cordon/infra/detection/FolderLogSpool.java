package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Canonical;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps raw lines as plain files, a folder for each source. A batch is first put aside whole, so
 * that a slow sender holds up nobody and a sender who breaks off leaves nothing.
 */
final class FolderLogSpool implements LogSpool {

    private static final int PIECE = 64 * 1024;

    /** Half a digest tells names apart well enough, in one short word. */
    private static final int NAME = 32;

    private final Path root;
    private final SpoolSettings settings;
    private final Map<SourceId, SpooledSource> sources = new HashMap<>();

    FolderLogSpool(Path root, SpoolSettings settings) {
        this.root = root;
        this.settings = settings;
    }

    @Override
    public Optional<Stretch> append(SourceId source, @Nullable String batch, InputStream lines)
            throws IOException {
        var log = log(source);
        var staged = log.stage();
        try {
            var copied = copy(lines, staged);
            if (copied.size() == 0) {
                long end = log.kept().to();
                return Optional.of(new Stretch(end, end));
            }
            return log.append(staged, copied.endsLine(), batch == null ? "" : name(batch));
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public Stretch kept(SourceId source) throws IOException {
        return log(source).kept();
    }

    @Override
    public InputStream open(SourceId source, Stretch stretch) throws IOException {
        return log(source).read(stretch);
    }

    private SpooledSource log(SourceId source) throws IOException {
        synchronized (sources) {
            var known = sources.get(source);
            if (known == null) {
                known = SpooledSource.open(root.resolve(source.value()), settings);
                sources.put(source, known);
            }
            return known;
        }
    }

    private record Copied(long size, boolean endsLine) {}

    private Copied copy(InputStream lines, Path into) throws IOException {
        long size = 0;
        boolean endsLine = false;
        try (OutputStream out = Files.newOutputStream(into)) {
            var piece = new byte[PIECE];
            for (int got = lines.read(piece); got >= 0; got = lines.read(piece)) {
                size += got;
                if (size > settings.batch().toBytes()) {
                    throw new BatchTooLarge(settings.batch().toBytes());
                }
                out.write(piece, 0, got);
                endsLine = got > 0 ? piece[got - 1] == '\n' : endsLine;
            }
        }
        return new Copied(size, endsLine);
    }

    private static String name(String batch) {
        return Canonical.tagged("cordon/batch/v1").add(batch).sha256().hex().substring(0, NAME);
    }
}

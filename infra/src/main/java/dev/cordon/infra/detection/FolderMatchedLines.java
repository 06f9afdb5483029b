package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A folder for each log, an encrypted file for each part of it and alert: {@code
 * from-to.alert.sealed}. Without that ending an earlier version wrote it plainly.
 */
final class FolderMatchedLines implements MatchedLines {

    private static final Pattern NAME = Pattern.compile("(\\d{20})-(\\d{20})\\.([0-9a-f-]{36})");
    private static final String SEALED = ".sealed";

    private static final String STAGED = "incoming-";

    private final Path root;
    private final FileKeys keys;

    private FolderMatchedLines(Path root, FileKeys keys) {
        this.root = root;
        this.keys = keys;
    }

    /** Opens the folder as the last end of the program left it, be it a kill. */
    static FolderMatchedLines open(Path root, FileKeys keys) throws IOException {
        if (Files.exists(root)) {
            for (var folder : OwnerOnly.files(root, "*")) {
                for (var file : OwnerOnly.files(folder, STAGED + "*")) {
                    Files.delete(file);
                }
            }
        }
        return new FolderMatchedLines(root, keys);
    }

    @Override
    public void keep(SourceId source, AlertId alert, Stretch cutFrom, InputStream lines)
            throws IOException {
        var folder = OwnerOnly.folder(root.resolve(source.value()));
        var staged = OwnerOnly.newFile(folder, STAGED);
        try {
            long size;
            try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                var out = SealedForm.begin(keys, place(source, name(alert, cutFrom)), channel);
                size = lines.transferTo(out);
                out.finish();
                channel.force(true);
            }
            if (size > 0) {
                var name = folder.resolve(name(alert, cutFrom));
                Files.move(staged, sealed(name), StandardCopyOption.ATOMIC_MOVE);
                Files.deleteIfExists(name);
                OwnerOnly.syncFolder(folder);
            }
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public List<Cut> of(SourceId source) throws IOException {
        var folder = root.resolve(source.value());
        if (!Files.exists(folder)) {
            return List.of();
        }
        var cuts = new LinkedHashMap<String, Cut>();
        for (var file : OwnerOnly.files(folder, "*")) {
            var plain = file.getFileName().toString().replace(SEALED, "");
            var name = NAME.matcher(plain);
            if (name.matches()) {
                cuts.put(
                        plain,
                        new Cut(
                                source,
                                new AlertId(UUID.fromString(name.group(3))),
                                new Stretch(
                                        Long.parseLong(name.group(1)),
                                        Long.parseLong(name.group(2))),
                                Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return List.copyOf(cuts.values());
    }

    @Override
    public InputStream open(Cut cut) throws IOException {
        var plain = plain(cut);
        var place = place(cut.source(), name(cut.alert(), cut.cutFrom()));
        return Files.exists(sealed(plain))
                ? SealedForm.open(keys, place, sealed(plain))
                : Files.newInputStream(plain);
    }

    @Override
    public InputStream openAsItLies(Cut cut) throws IOException {
        var plain = plain(cut);
        return Files.newInputStream(Files.exists(sealed(plain)) ? sealed(plain) : plain);
    }

    @Override
    public void delete(Cut cut) throws IOException {
        Files.deleteIfExists(sealed(plain(cut)));
        Files.deleteIfExists(plain(cut));
    }

    private Path plain(Cut cut) {
        return root.resolve(cut.source().value()).resolve(name(cut.alert(), cut.cutFrom()));
    }

    private static Path sealed(Path plain) {
        return plain.resolveSibling(plain.getFileName() + SEALED);
    }

    /** Of a file as it lies there. */
    static String place(Path sealed) {
        var log = sealed.toAbsolutePath().resolveSibling(".").normalize().getFileName();
        var name = sealed.getFileName().toString().replace(SEALED, "");
        return place(new SourceId(String.valueOf(log)), name);
    }

    /** As people name it. */
    private static String place(SourceId source, String name) {
        return "the matched lines of the log %s, file %s".formatted(source, name);
    }

    private static String name(AlertId alert, Stretch cutFrom) {
        return "%020d-%020d.%s".formatted(cutFrom.from(), cutFrom.to(), alert.value());
    }
}

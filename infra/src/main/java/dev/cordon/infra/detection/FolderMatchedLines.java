package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** A folder for each log, a file for each part of it and alert: {@code from-to.alert}. */
final class FolderMatchedLines implements MatchedLines {

    private static final Pattern NAME = Pattern.compile("(\\d{20})-(\\d{20})\\.([0-9a-f-]{36})");

    private static final String STAGED = "incoming-";

    private final Path root;

    private FolderMatchedLines(Path root) {
        this.root = root;
    }

    /** Opens the folder as the last end of the program left it, be it a kill. */
    static FolderMatchedLines open(Path root) throws IOException {
        if (Files.exists(root)) {
            for (var folder : OwnerOnly.files(root, "*")) {
                for (var file : OwnerOnly.files(folder, STAGED + "*")) {
                    Files.delete(file);
                }
            }
        }
        return new FolderMatchedLines(root);
    }

    @Override
    public void keep(SourceId source, AlertId alert, Stretch cutFrom, InputStream lines)
            throws IOException {
        var folder = OwnerOnly.folder(root.resolve(source.value()));
        var staged = OwnerOnly.newFile(folder, STAGED);
        try {
            long size;
            try (var channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                size = lines.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            if (size > 0) {
                var name = name(alert, cutFrom);
                Files.move(staged, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
        var cuts = new ArrayList<Cut>();
        for (var file : OwnerOnly.files(folder, "*")) {
            var name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                cuts.add(
                        new Cut(
                                source,
                                new AlertId(UUID.fromString(name.group(3))),
                                new Stretch(
                                        Long.parseLong(name.group(1)),
                                        Long.parseLong(name.group(2))),
                                Files.getLastModifiedTime(file).toInstant()));
            }
        }
        return cuts;
    }

    @Override
    public InputStream open(Cut cut) throws IOException {
        return Files.newInputStream(file(cut));
    }

    @Override
    public void delete(Cut cut) throws IOException {
        Files.deleteIfExists(file(cut));
    }

    private Path file(Cut cut) {
        return root.resolve(cut.source().value()).resolve(name(cut.alert(), cut.cutFrom()));
    }

    private static String name(AlertId alert, Stretch cutFrom) {
        return "%020d-%020d.%s".formatted(cutFrom.from(), cutFrom.to(), alert.value());
    }
}

package dev.cordon.infra.detection;

import dev.cordon.application.detection.DetectionStates;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Keeps a file for each store. A file that is gone or damaged costs time, not alerts. */
final class FolderDetectionStates implements DetectionStates {

    private final Path folder;

    FolderDetectionStates(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> load(StoreId store, Mode mode) throws IOException {
        var file = file(store, mode);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    @Override
    public void save(StoreId store, Mode mode, byte[] state) throws IOException {
        OwnerOnly.write(file(store, mode), state);
    }

    private Path file(StoreId store, Mode mode) {
        return folder.resolve(
                store.value() + "-" + mode.name().toLowerCase(Locale.ROOT) + ".state");
    }
}

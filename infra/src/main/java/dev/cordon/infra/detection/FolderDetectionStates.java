package dev.cordon.infra.detection;

import dev.cordon.application.detection.DetectionStates;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a file for each store, encrypted: what an engine knows are addresses and account names. A
 * file that is gone or damaged costs time, not alerts. One that an earlier version wrote plainly is
 * read once, and goes when the next is written.
 */
final class FolderDetectionStates implements DetectionStates {

    private static final Logger LOG = LoggerFactory.getLogger(FolderDetectionStates.class);

    private final Path folder;
    private final FileKeys keys;

    FolderDetectionStates(Path folder, FileKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    @Override
    public Optional<byte[]> load(StoreId store, Mode mode) throws IOException {
        var file = file(store, mode);
        if (!Files.exists(file)) {
            var plain = plain(store, mode);
            return Files.exists(plain) ? Optional.of(Files.readAllBytes(plain)) : Optional.empty();
        }
        try (var in = SealedForm.open(keys, place(file), file)) {
            return Optional.of(in.readAllBytes());
        } catch (SealBroken broken) {
            LOG.warn("what detection knew is gone, it reads again all that is kept", broken);
            return Optional.empty();
        }
    }

    @Override
    public void save(StoreId store, Mode mode, byte[] state) throws IOException {
        var file = file(store, mode);
        OwnerOnly.write(
                file,
                out -> {
                    var sealing = SealedForm.begin(keys, place(file), out);
                    sealing.write(state);
                    sealing.finish();
                });
        Files.deleteIfExists(plain(store, mode));
    }

    /** As people name it. */
    static String place(Path file) {
        return "what detection knows, file " + file.getFileName();
    }

    private Path file(StoreId store, Mode mode) {
        return folder.resolve(plain(store, mode).getFileName() + ".sealed");
    }

    private Path plain(StoreId store, Mode mode) {
        return folder.resolve(
                store.value() + "-" + mode.name().toLowerCase(Locale.ROOT) + ".state");
    }
}

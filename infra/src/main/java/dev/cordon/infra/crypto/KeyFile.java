package dev.cordon.infra.crypto;

import com.google.crypto.tink.KeysetHandle;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The file with the key that wraps all others; outside the database, readable by its owner. */
final class KeyFile {

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Makes a new key and keeps it in the file. */
    KeysetHandle create() throws IOException {
        try {
            var keys = Keysets.fresh();
            OwnerOnly.write(file, Keysets.text(keys));
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make AES keys", e);
        }
    }

    /** After a crash the file is whole, old or new. */
    void write(KeysetHandle keys) throws IOException {
        try {
            OwnerOnly.write(file, Keysets.text(keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot write AES keys", e);
        }
    }

    KeysetHandle read() throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new IllegalStateException(
                    "Other users may read the encryption key in "
                            + file
                            + ". Nothing was started. Close it with: chmod 600 "
                            + file);
        }
        try {
            return Keysets.parse(Files.readString(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The encryption key in "
                            + file
                            + " is damaged. Nothing was changed. Put it back from your backup.",
                    e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

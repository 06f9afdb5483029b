package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Keys of files without a database, wrapped as in the product. */
public final class TestKeys {

    private TestKeys() {}

    /** Under the master key of that file, made where there is none. */
    public static FileKeys of(Path file) {
        return new FileKeys(Keysets.aead(keyset(file)));
    }

    /** For evidence, under the master key of that file, made where there is none. */
    public static ContentKeys contentKeys(Path file) {
        var keys = keyset(file);
        return new ContentKeys(Keysets.aead(keys), keys.getPrimary().getId());
    }

    private static KeysetHandle keyset(Path file) {
        try {
            var master = new KeyFile(file);
            return master.exists() ? master.read() : master.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under a master key that does as the test likes. */
    public static FileKeys under(Aead master) {
        return new FileKeys(master);
    }
}

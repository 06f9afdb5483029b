package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Keys of files without a database, wrapped as in the product. */
public final class TestKeys {

    private TestKeys() {}

    /** Under the master key of that file, made where there is none. */
    public static FileKeys of(Path file) {
        try {
            var master = new KeyFile(file);
            return new FileKeys(master.exists() ? master.read() : master.create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under a master key that does as the test likes. */
    public static FileKeys under(Aead master) {
        return new FileKeys(master);
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceVault.Content;
import dev.cordon.application.evidence.EvidenceVault.Stored;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What a call of a vault's {@code store} would keep, in a test's hand. */
final class VaultByHand {

    private VaultByHand() {}

    /**
     * @param arguments of either way to store
     */
    static Stored store(Object[] arguments, Map<Sha256, byte[]> into) throws IOException {
        var written = new ByteArrayOutputStream();
        if (arguments[1] instanceof Content content) {
            content.writeTo(written);
        } else {
            ((InputStream) arguments[1]).transferTo(written);
        }
        var bytes = written.toByteArray();
        into.put(Sha256.of(bytes), bytes);
        return new Stored(Sha256.of(bytes), bytes.length);
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.util.Optional;

/** The lists of files within trees; each lies in the vault beside its tree. */
@Supporting
class Manifests {

    private final EvidenceVault vault;

    Manifests(EvidenceVault vault) {
        this.vault = vault;
    }

    /**
     * Empty if the item has none, or was disposed of.
     *
     * @throws IOException if it cannot be read, or is not what was made then
     */
    Optional<byte[]> bytes(EvidenceItem item) throws IOException {
        var digest = item.intake().manifest();
        if (digest == null || item.custody().isDisposedOf()) {
            return Optional.empty();
        }
        try (var content = vault.open(item.incident(), digest)) {
            var bytes = content.readAllBytes();
            if (!Sha256.of(bytes).equals(digest)) {
                throw new IOException("the manifest of " + item.label() + " was changed");
            }
            return Optional.of(bytes);
        }
    }
}

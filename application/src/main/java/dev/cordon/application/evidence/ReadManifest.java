package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/** Reads the list of files within a tree. That is no look at what is in them. */
@StreamingUseCase
public class ReadManifest {

    /**
     * @param bytes as they were hashed
     */
    public record Listed(EvidenceItem item, Manifest manifest, byte[] bytes) {}

    private final Manifests manifests;
    private final Custodians custodians;

    ReadManifest(Manifests manifests, Custodians custodians) {
        this.manifests = manifests;
        this.custodians = custodians;
    }

    /**
     * @throws NotFound if the item has none, or was disposed of
     * @throws IOException if the vault cannot give it out
     */
    @Requires(Permission.EVIDENCE_READ)
    public Listed read(EvidenceId id) throws IOException {
        var item = custodians.item(id);
        var bytes =
                manifests
                        .bytes(item)
                        .orElseThrow(() -> new NotFound("a manifest of " + item.label()));
        return new Listed(item, Manifest.parse(bytes), bytes);
    }
}

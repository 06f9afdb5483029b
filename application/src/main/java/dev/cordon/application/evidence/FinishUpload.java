package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Takes what was uploaded in pieces into custody: one file as it is, several as one tree with a
 * manifest. What is refused can be finished again with other facts, or cancelled.
 */
@StreamingUseCase
public class FinishUpload {

    /**
     * @param uploads all of them whole, none named twice
     */
    public record Command(List<UUID> uploads, CollectEvidence.Command of) {
        public Command {
            uploads = List.copyOf(uploads);
            if (uploads.isEmpty() || uploads.size() > Upload.MOST) {
                throw new IllegalArgumentException("1 to " + Upload.MOST + " uploads are ended");
            }
            if (new HashSet<>(uploads).size() < uploads.size()) {
                throw new IllegalArgumentException("an upload is ended once");
            }
        }
    }

    private final Finishing finishing;

    FinishUpload(Finishing finishing) {
        this.finishing = finishing;
    }

    /** As {@link CollectEvidence#collect}; asked again, it is the same item. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public EvidenceId finish(Command command) throws IOException {
        return finishing.finish(command, null);
    }
}

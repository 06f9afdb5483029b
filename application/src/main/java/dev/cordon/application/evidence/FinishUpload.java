package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Takes what was uploaded in pieces into custody: one file as it is, several as one tree with a
 * manifest. What is refused can be finished again with other facts, or cancelled.
 */
@StreamingUseCase
public class FinishUpload {

    /**
     * @param uploads all of them whole
     */
    public record Command(List<UUID> uploads, CollectEvidence.Command of) {
        public Command {
            uploads = uploads.stream().distinct().toList();
            if (uploads.isEmpty() || uploads.size() > Upload.MOST) {
                throw new IllegalArgumentException("1 to " + Upload.MOST + " uploads are ended");
            }
        }
    }

    private final Finishing finishing;

    FinishUpload(Finishing finishing) {
        this.finishing = finishing;
    }

    /** As {@link CollectEvidence#collect}. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public EvidenceId finish(Command command) throws IOException {
        return finishing.finish(command, null);
    }
}

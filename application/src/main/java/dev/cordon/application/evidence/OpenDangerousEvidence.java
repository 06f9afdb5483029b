package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/**
 * Opens dangerous content as it is, not wrapped: for whoever puts it into a place made for that.
 * The link says that it was not wrapped.
 */
@StreamingUseCase
public class OpenDangerousEvidence {

    private final Opening opening;

    OpenDangerousEvidence(Opening opening) {
        this.opening = opening;
    }

    /** As {@link ViewEvidence#view}, for any item. */
    @Requires(Permission.EVIDENCE_UNWRAP)
    public ViewEvidence.Opened open(ViewEvidence.Command command) throws IOException {
        return opening.open(command, true);
    }
}

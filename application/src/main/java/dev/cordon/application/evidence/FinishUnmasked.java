package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/** As {@link FinishUpload}, of what holds card numbers that cannot be blotted out. */
@StreamingUseCase
public class FinishUnmasked {

    /**
     * @param because why it is needed as it is
     */
    public record Command(FinishUpload.Command of, String because) {
        public Command {
            because = Purposes.required(because);
        }
    }

    private final Finishing finishing;

    FinishUnmasked(Finishing finishing) {
        this.finishing = finishing;
    }

    /** As {@link CollectUnmasked#collect}. */
    @Requires(Permission.EVIDENCE_LEAVE_CARDS)
    public EvidenceId finish(Command command) throws IOException {
        return finishing.finish(command.of(), command.because());
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes a file into custody though it holds card numbers that cannot be blotted out, such as the
 * image of a disk. The reason stands in the item's facts, with how many there are.
 */
@StreamingUseCase
public class CollectUnmasked {

    /**
     * @param because why it is needed as it is
     */
    public record Command(CollectEvidence.Command of, String because) {
        public Command {
            because = Purposes.required(because);
        }
    }

    private final TakingIn taking;

    CollectUnmasked(TakingIn taking) {
        this.taking = taking;
    }

    /** As {@link CollectEvidence#collect}; text is blotted out here too. */
    @Requires(Permission.EVIDENCE_LEAVE_CARDS)
    public EvidenceId collect(Command command, InputStream content, long expected)
            throws IOException {
        return taking.take(command.of(), content, expected, command.because());
    }
}

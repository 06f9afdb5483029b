package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Progress;
import dev.cordon.domain.evidence.preservation.Answer;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every step asks before it destroys something on a store: whether that is preserved, or a
 * named person decided that it need not be. Content that counts is hashed anew and held against the
 * ledger: what is said holds now. A step goes only if all it destroys may go.
 */
public interface PreservationGate {

    /** What is asked for at once, at most. */
    int MOST = 100;

    /**
     * About one of the losses.
     *
     * @param waiver who decided that it need not be preserved; null if nobody did, or it is
     */
    record Checked(Answer answer, @Nullable Waiver waiver) {
        /** Whether it may be destroyed. */
        public boolean mayGo() {
            return answer.isPreserved() || waiver != null;
        }
    }

    /**
     * May take as long as reading the items that hold it; never within a transaction.
     *
     * @param step the name of what is to be done, the same for its waivers
     * @param losses what it destroys, 1 to {@link #MOST}
     * @param scope the stores of whoever asks
     * @param progress told of the bytes of what the answers rest on, while that is hashed; the
     *     total grows where something is not intact and they rest on something else
     * @return an answer for each, in their order
     * @throws IOException if the vault cannot be read; nothing is known to be preserved
     * @throws NotFound if the incident is of none of these stores
     */
    List<Checked> check(
            IncidentId incident,
            String step,
            List<Loss> losses,
            StoreScope scope,
            Progress progress)
            throws IOException;
}

package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what came in from outside and became an alert into custody as it came: the mail that
 * somebody sent, the payment page as a customer got it. Asked again, it is the same item.
 */
@StreamingUseCase
public class PreserveOriginals {

    /**
     * @param because why card numbers may stay in what cannot be blotted out; null if they may not
     */
    public record Command(
            IncidentId incident, AlertId alert, String purpose, @Nullable String because) {
        public Command {
            purpose = Purposes.required(purpose);
            because = because == null || because.isBlank() ? null : Purposes.required(because);
        }
    }

    private final AlertOriginals originals;
    private final TakingOriginals taking;
    private final Collecting collecting;
    private final UnitOfWork work;
    private final Caller caller;

    PreserveOriginals(
            AlertOriginals originals,
            TakingOriginals taking,
            Collecting collecting,
            UnitOfWork work,
            Caller caller) {
        this.originals = originals;
        this.taking = taking;
        this.collecting = collecting;
        this.work = work;
        this.caller = caller;
    }

    /**
     * @return an item for each
     * @throws NotFound if nothing that came in is kept of that alert, or it is none of the
     *     incident's
     * @throws Denied if card numbers may stay in and the caller may not allow that
     * @throws CardsInside if one holds card numbers that cannot be blotted out; those before it are
     *     items
     * @throws IOException if the vault does not take it in
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public List<EvidenceId> preserve(Command command) throws IOException {
        LeavingCards.requireMay(caller, command.because(), PreserveOriginals.class);
        var incident = collecting.incident(command.incident(), caller.scope());
        var alert = collecting.alertOf(incident, command.alert());
        var kept = work.commit(() -> originals.of(alert.id()));
        if (kept.isEmpty()) {
            throw new NotFound("what came in for alert " + alert.id());
        }
        var items = new ArrayList<EvidenceId>();
        for (var original : kept) {
            items.add(taking.take(incident, original, command.purpose(), command.because()));
        }
        return items;
    }
}

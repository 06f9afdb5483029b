package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the payment page behind an alert that became an incident into custody, without anybody
 * thinking of it: a skimmer may be gone by the morning. Done again, it is the same item.
 */
@StreamingUseCase
public class PreserveEscalatedPage {

    private static final Logger LOG = LoggerFactory.getLogger(PreserveEscalatedPage.class);

    private static final String PURPOSE = "Preserved by itself when its alert became an incident";

    private final Alerts alerts;
    private final AlertOriginals originals;
    private final TakingOriginals taking;
    private final Collecting collecting;
    private final UnitOfWork work;

    PreserveEscalatedPage(
            Alerts alerts,
            AlertOriginals originals,
            TakingOriginals taking,
            Collecting collecting,
            UnitOfWork work) {
        this.alerts = alerts;
        this.originals = originals;
        this.taking = taking;
        this.collecting = collecting;
        this.work = work;
    }

    /**
     * Does nothing where no page was kept, or where the alert is no incident's. A page with card
     * numbers that cannot be blotted out is left to a person.
     *
     * @throws IOException if the vault does not take it in now
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void preserve(AlertId id) throws IOException {
        var alert =
                work.commit(() -> alerts.find(id, StoreScope.ALL))
                        .orElseThrow(() -> new NotFound("alert " + id));
        if (!(alert.phase() instanceof AlertPhase.Escalated(var into, _, _))) {
            return;
        }
        var incident = collecting.incident(new IncidentId(into), StoreScope.ALL);
        for (var original : work.commit(() -> originals.of(id))) {
            if (original.form() == Form.PAGE) {
                try {
                    taking.take(incident, original, PURPOSE, null);
                } catch (CardsInside cards) {
                    LOG.warn("a payment page with card numbers is left to a person alert={}", id);
                }
            }
        }
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.evidence.EvidenceVault.Stored;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.KeepingSchedule;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what the vault has taken in: the item and the first link of its chain, together. Then the
 * vault notes that an item stands on it.
 */
@Supporting
class Collecting {

    /** What acquires, as written into the acquisition facts. */
    static final String TOOL = "Cordon 0.1";

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);

    private final Incidents incidents;
    private final Alerts alerts;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final EvidenceVault vault;
    private final KeepingSchedule schedule;
    private final UnitOfWork work;
    private final Ids ids;

    Collecting(
            Incidents incidents,
            Alerts alerts,
            EvidenceItems items,
            CustodyChains chains,
            EvidenceVault vault,
            KeepingSchedule schedule,
            UnitOfWork work,
            Ids ids) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.items = items;
        this.chains = chains;
        this.vault = vault;
        this.schedule = schedule;
        this.work = work;
        this.ids = ids;
    }

    Incident incident(IncidentId id, StoreScope scope) {
        return work.commit(() -> incidents.get(id, scope));
    }

    /** The alerts that became the incident. */
    List<Alert> alertsOf(Incident incident) {
        return work.commit(() -> alerts.escalatedInto(incident.id().value()));
    }

    /** Only an alert that became this incident speaks of it. */
    Alert alertOf(Incident incident, AlertId id) {
        return alertsOf(incident).stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("alert " + id));
    }

    /** The item that was made of content of that digest, if the incident still holds one. */
    Optional<EvidenceId> held(Incident incident, Sha256 came) {
        return work.commit(() -> items.of(incident.id())).stream()
                .filter(item -> !item.custody().isDisposedOf())
                .filter(
                        item ->
                                item.content().equals(came)
                                        || came.equals(item.intake().cards().came()))
                .map(EvidenceItem::id)
                .findFirst();
    }

    Optional<EvidenceItem> item(EvidenceId id, StoreScope scope) {
        return work.commit(() -> items.find(id, scope));
    }

    EvidenceId next() {
        return new EvidenceId(ids.next());
    }

    /**
     * @throws IOException if the vault no longer has what was stored, or does not answer; nothing
     *     was recorded
     */
    EvidenceId record(
            EvidenceId id,
            Incident incident,
            Stored stored,
            EvidenceKind kind,
            String title,
            String originalName,
            Intake intake,
            Acquisition acquisition,
            String purpose)
            throws IOException {
        var item =
                work.reach(
                        () -> {
                            long number = items.nextNumber(incident.id());
                            requireHeld(incident, stored.content(), intake.manifest());
                            var collected =
                                    EvidenceItem.collect(
                                            id,
                                            incident.id(),
                                            incident.store(),
                                            EvidenceItem.label(number),
                                            kind,
                                            title,
                                            originalName,
                                            stored.content(),
                                            stored.size(),
                                            intake,
                                            acquisition,
                                            schedule.keepUntil(kind, acquisition.receivedAt()));
                            items.save(collected);
                            chains.append(CustodyEntry.collected(collected.state(), purpose));
                            return collected.state();
                        });
        noted(item);
        return item.id();
    }

    /** Equal content lies there once: it may have been disposed of since it was stored. */
    private void requireHeld(Incident incident, @Nullable Sha256... contents) throws IOException {
        for (var content : contents) {
            if (content != null && !vault.holds(incident.id(), content)) {
                throw new IOException(
                        "Equal evidence was disposed of while this came in. Nothing was recorded;"
                                + " take it in again.");
            }
        }
    }

    /** The item is there, whatever the storage says now; the watch notes it again. */
    private void noted(EvidenceItem item) {
        for (var content : item.contents()) {
            try {
                vault.recorded(item.incident(), content);
            } catch (IOException silent) {
                LOG.warn(
                        "the vault has not noted yet that {} stands on its content",
                        item.label(),
                        silent);
            }
        }
    }
}

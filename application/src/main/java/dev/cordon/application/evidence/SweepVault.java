package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes from the vault what a program that was killed left there: content that came in a day ago
 * or earlier and became no item, and bytes that outlived their key. Content of an incident that
 * nobody knows stays, and so does what the storage holds locked or held. All stays while nothing
 * was signed yet, and while the database is older than what was signed last, here or in the mirror:
 * then items are missing there, not content too many.
 */
@StreamingUseCase
public class SweepVault {

    private static final Logger LOG = LoggerFactory.getLogger(SweepVault.class);

    /** No upload takes as long between its last byte and its item. */
    private static final Duration DAY = Duration.ofDays(1);

    private final EvidenceVault vault;
    private final EvidenceItems items;
    private final Incidents incidents;
    private final Ledger ledger;
    private final LastCheckpoint last;
    private final LedgerMirror mirror;
    private final UnitOfWork work;
    private final InstantSource clock;

    SweepVault(
            EvidenceVault vault,
            EvidenceItems items,
            Incidents incidents,
            Ledger ledger,
            LastCheckpoint last,
            LedgerMirror mirror,
            UnitOfWork work,
            InstantSource clock) {
        this.vault = vault;
        this.items = items;
        this.incidents = incidents;
        this.ledger = ledger;
        this.last = last;
        this.mirror = mirror;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Doing it again goes on.
     *
     * @throws IOException if the storage or the mirror does not answer; what stays is swept the
     *     next time
     */
    @Requires(Permission.EVIDENCE_KEEP)
    public void sweep() throws IOException {
        var signed = last.read();
        if (signed.isEmpty()) {
            LOG.warn("nothing is swept from the vault: no checkpoint was signed here yet");
            return;
        }
        if (!isKnown(signed.get()) || !isMirrored()) {
            LOG.error(
                    "nothing is swept from the vault: the database is older than the last checkpoint");
            return;
        }
        int swept = vault.sweep(clock.instant().minus(DAY), this::isNeeded);
        if (swept > 0) {
            LOG.info("swept the vault pieces={}", swept);
        }
    }

    private boolean isKnown(SignedCheckpoint signed) {
        return work.commit(() -> ledger.checkpoint(signed.size())).equals(Optional.of(signed));
    }

    private boolean isMirrored() throws IOException {
        return !mirror.isSet() || mirror.last().map(this::isKnown).orElse(true);
    }

    private boolean isNeeded(IncidentId incident, Sha256 content) {
        return work.commit(
                () ->
                        incidents.find(incident, StoreScope.ALL).isEmpty()
                                || items.anyOn(incident, content));
    }
}

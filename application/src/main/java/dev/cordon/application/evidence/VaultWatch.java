package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceVault.Forgotten;
import dev.cordon.application.evidence.IntegrityWatch.Difference;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a day from the vault to the database: content that an item stood on once and that none
 * stands on now means that the database was put back to an earlier day. It is told, and stays.
 */
@Supporting
class VaultWatch {

    private static final Logger LOG = LoggerFactory.getLogger(VaultWatch.class);

    private final IntegrityWatch watch;
    private final WatchRhythm rhythm;
    private final EvidenceVault vault;
    private final EvidenceItems items;
    private final IntegrityAlerts alerts;
    private final UnitOfWork work;
    private final InstantSource clock;

    VaultWatch(
            IntegrityWatch watch,
            WatchRhythm rhythm,
            EvidenceVault vault,
            EvidenceItems items,
            IntegrityAlerts alerts,
            UnitOfWork work,
            InstantSource clock) {
        this.watch = watch;
        this.rhythm = rhythm;
        this.vault = vault;
        this.items = items;
        this.alerts = alerts;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Does nothing where it was looked at today.
     *
     * @throws IOException if the storage does not answer; it is looked at the next time
     */
    void look() throws IOException {
        var since = clock.instant().minus(rhythm.ledger());
        var known = work.commit(() -> watch.of(IntegrityWatch.VAULT));
        if (known.filter(before -> before.at().isAfter(since)).isPresent()) {
            return;
        }
        var forgotten = vault.forgotten(this::isRecorded);
        forgotten.forEach(
                one ->
                        LOG.error(
                                "content that an item stood on once has none now, and stays file={}",
                                one.file()));
        work.run(() -> record(forgotten, known.map(Watched::difference).orElse(null)));
    }

    private boolean isRecorded(IncidentId incident, Sha256 content) {
        return work.commit(() -> items.anyOn(incident, content));
    }

    private void record(List<Forgotten> forgotten, @Nullable Difference known) {
        Difference difference = null;
        if (!forgotten.isEmpty()) {
            var what = said(forgotten.size());
            difference = known != null && known.what().equals(what) ? known : differs(what);
        }
        watch.put(new Watched(IntegrityWatch.VAULT, null, clock.instant(), difference));
    }

    private Difference differs(String what) {
        var now = clock.instant();
        var alert =
                alerts.tellAll(
                        IntegrityWatch.VAULT, "Evidence in the vault has no item", what, now);
        return new Difference(what, now, alert);
    }

    /** The names are in the log: incidents of other stores are nobody's business here. */
    private static String said(int contents) {
        return ("%s in the vault had an item of evidence once, and the database knows none: it was put"
                        + " back to an earlier day. Nothing was removed; the log names the files. Put a"
                        + " newer backup of the database back, or take the content out with ./cordon"
                        + " recover and collect it again.")
                .formatted(contents == 1 ? "1 piece of content" : contents + " pieces of content");
    }
}

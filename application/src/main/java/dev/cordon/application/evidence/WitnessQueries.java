package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Lag;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far those outside are who vouch for the ledger: time-stamp authorities and the mirror. */
@Queries
public class WitnessQueries {

    private static final int LATEST = 100;

    /**
     * How one of them stands.
     *
     * @param last the last time stamp of the authority; null if there is none
     * @param pending whether the ledger grew since by something that it should stamp
     * @param lag what went wrong last; null if nothing did
     */
    public record Authority(
            String name, @Nullable Anchor last, boolean pending, @Nullable Lag lag) {}

    /**
     * @param isMirrored whether there is a mirror by the settings
     * @param mirrorLag what went wrong with it last; null if nothing did
     * @param anchors the latest time stamps, the largest checkpoint's first
     */
    public record Outside(
            List<Authority> authorities,
            boolean isMirrored,
            @Nullable Lag mirrorLag,
            List<Anchor> anchors) {}

    /** A checkpoint with its time stamps, and those that are to stamp it or a later one. */
    public record Stamped(
            SignedCheckpoint checkpoint, List<Anchor> anchors, List<Authority> pending) {}

    private final Ledger ledger;
    private final Anchors anchors;
    private final TimeStamps stamps;
    private final Lags lags;
    private final LedgerMirror mirror;

    WitnessQueries(
            Ledger ledger, Anchors anchors, TimeStamps stamps, Lags lags, LedgerMirror mirror) {
        this.ledger = ledger;
        this.anchors = anchors;
        this.stamps = stamps;
        this.lags = lags;
        this.mirror = mirror;
    }

    @Requires(Permission.EVIDENCE_READ)
    public Outside outside() {
        return new Outside(
                authorities(),
                mirror.isSet(),
                lags.of(LedgerMirror.NAME).orElse(null),
                anchors.latest(LATEST));
    }

    /** The checkpoint of that size, which never was unless it was signed. */
    @Requires(Permission.EVIDENCE_READ)
    public Stamped checkpoint(long size) {
        var checkpoint =
                ledger.checkpoint(size)
                        .orElseThrow(() -> new NotFound("a checkpoint of size " + size));
        return new Stamped(
                checkpoint,
                anchors.of(size),
                authorities().stream()
                        .filter(one -> one.last() == null || one.last().size() < size)
                        .toList());
    }

    private List<Authority> authorities() {
        long newest = ledger.newest().map(SignedCheckpoint::size).orElse(0L);
        return stamps.authorities().stream()
                .map(authority -> authority(authority.name(), newest))
                .toList();
    }

    private Authority authority(String name, long newest) {
        var last = anchors.newest(name);
        return new Authority(
                name,
                last.orElse(null),
                anchors.isMoreThanAnchors(last.map(Anchor::size).orElse(0L), newest),
                lags.of(name).orElse(null));
    }
}

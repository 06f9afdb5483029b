package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.LedgerQueries;
import dev.cordon.application.evidence.WitnessQueries;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.Lag;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.Placed;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent about the ledger. */
final class LedgerJson {

    private LedgerJson() {}

    /**
     * A leaf: all that is hashed of it, and its hash in the tree (RFC 9162, section 2.1.1).
     *
     * @param at in the form that is hashed, to the nanosecond
     * @param position from 0; absent while it waits to be sequenced
     */
    record LeafJson(
            UUID id,
            Leaf.Kind kind,
            String subject,
            String content,
            String at,
            UUID store,
            String hash,
            @Nullable Long position) {

        static LeafJson of(Placed placed) {
            var leaf = placed.leaf();
            var entry = placed.entry();
            return new LeafJson(
                    leaf.id().value(),
                    leaf.kind(),
                    leaf.subject(),
                    leaf.content().hex(),
                    leaf.at().toString(),
                    leaf.store().value(),
                    leaf.hash().hex(),
                    entry == null ? null : entry.position());
        }
    }

    /**
     * An inclusion proof (RFC 9162, section 2.1.3).
     *
     * @param size of the tree that it leads to the root of, in leaves
     * @param path the hashes beside the way, from the leaf up
     * @param checkpoint the signed note over that root
     */
    record ProofJson(LeafJson leaf, long size, List<String> path, String checkpoint) {

        static ProofJson of(LedgerQueries.Proof proof) {
            return new ProofJson(
                    LeafJson.of(proof.leaf()),
                    proof.inclusion().size(),
                    hex(proof.inclusion().path()),
                    proof.checkpoint().note());
        }
    }

    /** A consistency proof (RFC 9162, section 2.1.4). */
    record ConsistencyJson(long from, long to, List<String> path) {

        static ConsistencyJson of(ConsistencyProof proof) {
            return new ConsistencyJson(proof.from(), proof.to(), hex(proof.path()));
        }
    }

    /**
     * What checking the whole ledger found.
     *
     * @param entries how many were computed anew
     * @param findings none if it is whole; a hundred at most
     */
    record CheckJson(boolean whole, long entries, List<FindingJson> findings) {

        static CheckJson of(CheckLedger.Report report) {
            return new CheckJson(
                    report.findings().isEmpty(),
                    report.entries(),
                    report.findings().stream().map(FindingJson::of).toList());
        }
    }

    /**
     * Something that was not so when it was signed.
     *
     * @param first the first entry it concerns, counted from 1; absent if it concerns none
     * @param subject what has no entry to be named by
     */
    record FindingJson(
            LedgerFinding.What what,
            @Nullable Long first,
            @Nullable Long last,
            @Nullable String subject) {

        static FindingJson of(LedgerFinding finding) {
            boolean placed = finding.first() > 0;
            return new FindingJson(
                    finding.what(),
                    placed ? finding.first() : null,
                    placed ? finding.last() : null,
                    finding.subject());
        }
    }

    /**
     * A time stamp (RFC 3161).
     *
     * @param size which checkpoint's
     * @param at by the authority's own clock
     * @param token base64 of the TimeStampToken in DER; its imprint is the SHA-256 of the note
     */
    record AnchorJson(long size, String authority, Instant at, String token) {

        static AnchorJson of(Anchor anchor) {
            return new AnchorJson(anchor.size(), anchor.authority(), anchor.at(), anchor.token());
        }
    }

    /**
     * What went wrong last.
     *
     * @param failures how many in a row
     * @param next when it is tried again
     */
    record LagJson(String why, String detail, int failures, Instant since, Instant next) {

        static @Nullable LagJson of(@Nullable Lag lag) {
            return lag == null
                    ? null
                    : new LagJson(lag.why(), lag.detail(), lag.failures(), lag.since(), lag.next());
        }
    }

    /** How far somebody outside is. */
    enum Outside {
        /** Has all that is there. */
        UP_TO_DATE,
        /** Has not, and nothing is wrong. */
        PENDING,
        /** Has not, because something went wrong. */
        FAILING
    }

    /**
     * An authority that stamps the ledger.
     *
     * @param size the largest checkpoint that it stamped; absent if it stamped none
     * @param at when
     */
    record AuthorityJson(
            String name,
            Outside state,
            @Nullable Long size,
            @Nullable Instant at,
            @Nullable LagJson problem) {

        static AuthorityJson of(WitnessQueries.Authority authority) {
            var last = authority.last();
            return new AuthorityJson(
                    authority.name(),
                    outside(authority.pending(), authority.lag()),
                    last == null ? null : last.size(),
                    last == null ? null : last.at(),
                    LagJson.of(authority.lag()));
        }
    }

    private static Outside outside(boolean pending, @Nullable Lag lag) {
        return lag != null ? Outside.FAILING : pending ? Outside.PENDING : Outside.UP_TO_DATE;
    }

    /**
     * Who vouches for the ledger outside.
     *
     * @param mirrored whether the settings name a mirror
     * @param mirrorProblem why checkpoints wait for it
     * @param anchors the latest hundred, the largest checkpoint's first
     */
    record AnchorsJson(
            List<AuthorityJson> authorities,
            boolean mirrored,
            @Nullable LagJson mirrorProblem,
            List<AnchorJson> anchors) {

        static AnchorsJson of(WitnessQueries.Outside outside) {
            return new AnchorsJson(
                    outside.authorities().stream().map(AuthorityJson::of).toList(),
                    outside.isMirrored(),
                    LagJson.of(outside.mirrorLag()),
                    outside.anchors().stream().map(AnchorJson::of).toList());
        }
    }

    /**
     * A checkpoint and who stamped it.
     *
     * @param note the signed note
     * @param pending the authorities that did not stamp it, or a later one, yet
     */
    record CheckpointJson(
            long size, String note, List<AnchorJson> anchors, List<AuthorityJson> pending) {

        static CheckpointJson of(WitnessQueries.Stamped stamped) {
            return new CheckpointJson(
                    stamped.checkpoint().size(),
                    stamped.checkpoint().note(),
                    stamped.anchors().stream().map(AnchorJson::of).toList(),
                    stamped.pending().stream().map(AuthorityJson::of).toList());
        }
    }

    /** How a chain stands in the ledger. */
    enum State {
        RECORDED,
        WAITING,
        BROKEN,
        CHECKPOINT_FORGED
    }

    /**
     * The ledger's part of a verdict.
     *
     * @param since when the last link was first signed for, if all links are
     * @param entry the last link's place, counted from 1
     * @param of how many entries the newest checkpoint signs
     * @param waiting how many links wait
     * @param brokenLink the first link that the ledger does not bear out
     */
    record StandingJson(
            State state,
            @Nullable Instant since,
            @Nullable Long entry,
            @Nullable Long of,
            @Nullable Integer waiting,
            @Nullable Long brokenLink,
            Standing.@Nullable Flaw flaw) {

        static StandingJson of(Standing standing) {
            return switch (standing) {
                case Standing.Recorded(var since, var entry, var of) ->
                        new StandingJson(State.RECORDED, since, entry, of, null, null, null);
                case Standing.Waiting(var links) ->
                        new StandingJson(State.WAITING, null, null, null, links, null, null);
                case Standing.Broken(var seq, var flaw) ->
                        new StandingJson(State.BROKEN, null, null, null, null, seq, flaw);
                case Standing.Forged(var size) ->
                        new StandingJson(
                                State.CHECKPOINT_FORGED, null, null, size, null, null, null);
            };
        }
    }

    private static List<String> hex(List<Sha256> path) {
        return path.stream().map(Sha256::hex).toList();
    }
}

package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesApprovalRefused;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesApproved;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesDiscarded;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesDrafted;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesEdited;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesSentBack;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesSubmitted;
import dev.cordon.domain.detection.tuning.RuleVersionEvent.RulesSuperseded;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A numbered version of a store's tuning, and how far it came. Only a draft changes; what was
 * submitted is approved as it stands, by somebody who wrote no part of it, or goes back.
 *
 * @param number counts the store's versions from 1
 * @param tuning what it says
 * @param reason why it is wanted, in its authors' words; empty while nobody has said so
 * @param authors everybody who wrote a part of it, by login name
 * @param createdAt when it was begun
 */
public record RuleVersion(
        RuleVersionId id,
        StoreId store,
        int number,
        Tuning tuning,
        String reason,
        Set<String> authors,
        Instant createdAt,
        Phase phase,
        Version version) {

    private static final int LONGEST_REASON = 2_000;

    public RuleVersion {
        authors = Set.copyOf(authors);
        reason = reason.strip();
        if (number < 1) {
            throw new IllegalArgumentException("versions are counted from 1, not " + number);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a reason has at most " + LONGEST_REASON + " characters");
        }
    }

    /** How far it came; what is only known there lives there. */
    public sealed interface Phase {

        /**
         * @param sentBack why it was sent back; empty if it was not
         */
        record Draft(String sentBack) implements Phase {}

        record Submitted(Actor.Person by, Instant at, Sha256 content) implements Phase {}

        /** Detection runs by it. */
        record InForce(Actor.Person approvedBy, Instant since, Sha256 content) implements Phase {}

        /** Another version came into force. */
        record Superseded(Actor.Person approvedBy, Instant since, Sha256 content, Instant until)
                implements Phase {}

        /** Nobody wants it any more. */
        record Discarded(Actor.Person by, Instant at, String reason) implements Phase {}
    }

    /** The phases by name. */
    public enum Stage {
        DRAFT,
        SUBMITTED,
        IN_FORCE,
        SUPERSEDED,
        DISCARDED
    }

    /** What came of a wish to approve. */
    public sealed interface ApprovalOutcome {

        /**
         * @param replaced what was in force until now; null if nothing was
         */
        record Approved(Transition<RuleVersion> change, @Nullable Transition<RuleVersion> replaced)
                implements ApprovalOutcome {}

        /** Refused; the attempt itself goes on the record. */
        record Denied(Refused why, Transition<RuleVersion> attempt) implements ApprovalOutcome {}
    }

    /** Why an approval is refused. */
    public enum Refused {
        AUTHOR_CANNOT_APPROVE,
        NOT_SUBMITTED,
        ALREADY_DECIDED,
        CONTENT_CHANGED
    }

    /** Begins a version that says for now what another one says. */
    public static Transition<RuleVersion> draft(
            RuleVersionId id,
            StoreId store,
            int number,
            Tuning tuning,
            Actor.Person by,
            Instant at) {
        var draft =
                new RuleVersion(
                        id,
                        store,
                        number,
                        tuning,
                        "",
                        Set.of(by.name()),
                        at,
                        new Phase.Draft(""),
                        Version.NEW);
        return Transition.to(draft, new RulesDrafted(id, store, number, at, by));
    }

    public Stage stage() {
        return switch (phase) {
            case Phase.Draft _ -> Stage.DRAFT;
            case Phase.Submitted _ -> Stage.SUBMITTED;
            case Phase.InForce _ -> Stage.IN_FORCE;
            case Phase.Superseded _ -> Stage.SUPERSEDED;
            case Phase.Discarded _ -> Stage.DISCARDED;
        };
    }

    /** Writes something else into a draft. */
    public Transition<RuleVersion> edit(Tuning tuning, String reason, Actor.Person by, Instant at) {
        if (!(phase instanceof Phase.Draft)) {
            throw refused("be edited");
        }
        return Transition.to(
                with(tuning, reason, and(by), phase), new RulesEdited(id, store, at, by));
    }

    /** Asks somebody else to approve exactly this. */
    public Transition<RuleVersion> submit(Actor.Person by, Instant at) {
        if (!(phase instanceof Phase.Draft)) {
            throw refused("be submitted");
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("whoever asks for other rules says why");
        }
        var content = tuning.hash();
        return Transition.to(
                with(tuning, reason, and(by), new Phase.Submitted(by, at, content)),
                new RulesSubmitted(id, store, content, reason, at, by));
    }

    /**
     * Brings exactly what the approver saw into force.
     *
     * @param seen the hash shown beside what they read
     * @param inForce the version that is in force; null if none is
     */
    public ApprovalOutcome approve(
            Sha256 seen, @Nullable RuleVersion inForce, Actor.Person by, Instant at) {
        return switch (phase) {
            case Phase.Draft _ -> denied(Refused.NOT_SUBMITTED, by, at);
            case Phase.InForce _, Phase.Superseded _, Phase.Discarded _ ->
                    denied(Refused.ALREADY_DECIDED, by, at);
            case Phase.Submitted submitted -> {
                if (authors.contains(by.name())) {
                    yield denied(Refused.AUTHOR_CANNOT_APPROVE, by, at);
                }
                if (!submitted.content().equals(seen) || !tuning.hash().equals(seen)) {
                    yield denied(Refused.CONTENT_CHANGED, by, at);
                }
                yield new ApprovalOutcome.Approved(
                        Transition.to(
                                with(tuning, reason, authors, new Phase.InForce(by, at, seen)),
                                new RulesApproved(id, store, seen, at, by)),
                        inForce == null ? null : inForce.superseded(by, at));
            }
        };
    }

    private Transition<RuleVersion> superseded(Actor by, Instant at) {
        if (!(phase instanceof Phase.InForce force)) {
            throw refused("be superseded");
        }
        return Transition.to(
                with(
                        tuning,
                        reason,
                        authors,
                        new Phase.Superseded(
                                force.approvedBy(), force.since(), force.content(), at)),
                new RulesSuperseded(id, store, at, by));
    }

    /** Gives it back to its authors, with a reason. */
    public Transition<RuleVersion> sendBack(String why, Actor.Person by, Instant at) {
        if (!(phase instanceof Phase.Submitted)) {
            throw refused("be sent back");
        }
        return Transition.to(
                with(tuning, reason, authors, new Phase.Draft(given(why))),
                new RulesSentBack(id, store, given(why), at, by));
    }

    /** Gives it up; it stays to be read. */
    public Transition<RuleVersion> discard(String why, Actor.Person by, Instant at) {
        return switch (phase) {
            case Phase.Draft _, Phase.Submitted _ ->
                    Transition.to(
                            with(tuning, reason, authors, new Phase.Discarded(by, at, given(why))),
                            new RulesDiscarded(id, store, given(why), at, by));
            case Phase.InForce _, Phase.Superseded _, Phase.Discarded _ ->
                    throw refused("be discarded");
        };
    }

    private static String given(String why) {
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a reason is given, of at most " + LONGEST_REASON + " characters");
        }
        return why.strip();
    }

    private ApprovalOutcome denied(Refused why, Actor.Person by, Instant at) {
        return new ApprovalOutcome.Denied(
                why, Transition.to(this, new RulesApprovalRefused(id, store, why, at, by)));
    }

    private Set<String> and(Actor.Person by) {
        var writers = new TreeSet<>(authors);
        writers.add(by.name());
        return writers;
    }

    private RuleVersion with(Tuning tuning, String reason, Set<String> authors, Phase phase) {
        return new RuleVersion(
                id, store, number, tuning, reason, authors, createdAt, phase, version);
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition("rule version " + number, stage().name(), verb);
    }
}

package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.CustodyChanged;
import dev.cordon.domain.evidence.EvidenceEvent.DisposalApproved;
import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something preserved as it was found. Its content lies in the vault under its digest and is never
 * changed; what was said of it when it was collected is never changed either.
 *
 * @param label what people say: {@code EV-0003}, counted within the incident
 * @param title empty once it was destroyed with the content, as are the original name and how and
 *     where it was taken
 * @param originalName the file name it came with, for display only
 * @param size in bytes
 * @param commitment what stands for title, original name, command and source in the hash; null in
 *     items from before there was one, which were hashed with the words themselves
 * @param custody how it is held now
 */
public record EvidenceItem(
        EvidenceId id,
        IncidentId incident,
        StoreId store,
        String label,
        EvidenceKind kind,
        String title,
        String originalName,
        Sha256 content,
        long size,
        Intake intake,
        Acquisition acquisition,
        @Nullable Commitment commitment,
        Custody custody,
        Version version) {

    private static final Duration LONGEST_KEEPING = Duration.ofDays(36_525);

    public EvidenceItem {
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    public static String label(long number) {
        return "EV-%04d".formatted(number);
    }

    /**
     * Takes it into the custody of whoever acquired it.
     *
     * @param keepUntil before that it is not disposed of for its age
     */
    public static Transition<EvidenceItem> collect(
            EvidenceId id,
            IncidentId incident,
            StoreId store,
            String label,
            EvidenceKind kind,
            String title,
            String originalName,
            Sha256 content,
            long size,
            Intake intake,
            Acquisition acquisition,
            Instant keepUntil) {
        var item =
                new EvidenceItem(
                        id,
                        incident,
                        store,
                        label,
                        kind,
                        title,
                        originalName,
                        content,
                        size,
                        intake,
                        acquisition,
                        Commitment.to(EvidenceFacts.words(title, originalName, acquisition)),
                        Custody.of(acquisition.by(), keepUntil),
                        Version.NEW);
        return Transition.to(
                item,
                new EvidenceCollected(
                        incident, id, label, content, acquisition.receivedAt(), acquisition.by()));
    }

    /** What of it lies in the vault: its content, and the manifest of a tree. */
    public List<Sha256> contents() {
        var manifest = intake.manifest();
        return manifest == null ? List.of(content) : List.of(content, manifest);
    }

    /**
     * The digest of everything that was said of it when it was collected; the first link of its
     * chain holds it.
     */
    public Sha256 facts() {
        return EvidenceFacts.of(this);
    }

    /** Whether what was said of it in words is not there any more. */
    public boolean isWithoutWords() {
        return commitment != null && commitment.isOfDestroyedWords();
    }

    /** Offers it to another person, who takes it over by accepting. */
    public Transition<EvidenceItem> handOver(
            Actor.Person to, String purpose, Actor.Person by, Instant at) {
        requireThere("be handed over");
        if (!custody.custodian().equals(by) && custody.custodian() instanceof Actor.Person) {
            throw refused("be handed over by anybody but its custodian");
        }
        if (custody.offered() != null) {
            throw refused("be handed over twice at once");
        }
        if (custody.custodian().equals(to)) {
            throw refused("be handed over to the one who has it");
        }
        return changed(
                custody.offered(new HandOver(to, at)),
                Action.HANDED_OVER,
                to.reference(),
                purpose,
                by,
                at);
    }

    /** Takes it over; only the one to whom it was offered may. */
    public Transition<EvidenceItem> accept(String purpose, Actor.Person by, Instant at) {
        requireThere("be accepted");
        var offer = custody.offered();
        if (offer == null || !offer.to().equals(by)) {
            throw refused("be accepted by somebody it was not offered to");
        }
        return changed(
                custody.with(by),
                Action.ACCEPTED,
                custody.custodian().reference(),
                purpose,
                by,
                at);
    }

    /** Refuses the offer, or takes it back: whoever it was made to, or made it. */
    public Transition<EvidenceItem> decline(String purpose, Actor.Person by, Instant at) {
        requireThere("be declined");
        var offer = custody.offered();
        if (offer == null || !(offer.to().equals(by) || custody.custodian().equals(by))) {
            throw refused("be declined by somebody it was not offered to");
        }
        return changed(
                custody.offered(null), Action.DECLINED, offer.to().reference(), purpose, by, at);
    }

    /** Records that it is read-only where it lies; once. */
    public Transition<EvidenceItem> seal(String purpose, Actor by, Instant at) {
        requireThere("be sealed");
        if (custody.isSealed()) {
            throw refused("be sealed again");
        }
        return changed(custody.sealed(at), Action.SEALED, null, purpose, by, at);
    }

    /** Names a matter that needs it. */
    public Transition<EvidenceItem> hold(String matter, String purpose, Actor by, Instant at) {
        requireThere("be held");
        var hold = new LegalHold(matter.strip(), by, at);
        if (custody.holds().stream().anyMatch(known -> known.matter().equals(hold.matter()))) {
            throw refused("be held twice for the same matter");
        }
        var holds = new ArrayList<>(custody.holds());
        holds.add(hold);
        return changed(custody.held(holds), Action.HELD, hold.matter(), purpose, by, at);
    }

    /** The matter no longer needs it; others may. */
    public Transition<EvidenceItem> release(
            String matter, String purpose, Actor.Person by, Instant at) {
        var holds = new ArrayList<>(custody.holds());
        if (!holds.removeIf(known -> known.matter().equals(matter.strip()))) {
            throw refused("be released from a matter that does not hold it");
        }
        return changed(custody.held(holds), Action.RELEASED, matter.strip(), purpose, by, at);
    }

    /**
     * Keeps it longer, by a hundred years at most. Nobody shortens it alone: that would be a
     * disposal by one person.
     */
    public Transition<EvidenceItem> keep(Instant until, String purpose, Actor by, Instant at) {
        requireThere("be kept longer or shorter");
        if (until.isBefore(custody.keepUntil())) {
            throw refused("be kept shorter than it is; propose its disposal instead");
        }
        if (until.isAfter(at.plus(LONGEST_KEEPING))) {
            throw new IllegalArgumentException("evidence is kept for a hundred years at most");
        }
        return changed(
                custody.kept(until), Action.KEEPING_CHANGED, until.toString(), purpose, by, at);
    }

    /** Proposes to dispose of it; another person decides. */
    public Transition<EvidenceItem> planDisposal(String reason, Actor by, Instant at) {
        requireThere("be disposed of");
        requireFree();
        if (custody.disposal() != null) {
            throw refused("be proposed for disposal twice");
        }
        var text = reason.strip();
        return changed(
                custody.ending(new Disposal(text, by, at, null, null)),
                Action.DISPOSAL_PLANNED,
                null,
                text,
                by,
                at);
    }

    /** Refuses the proposal, or takes it back. */
    public Transition<EvidenceItem> refuseDisposal(String reason, Actor.Person by, Instant at) {
        requireThere("stay");
        if (custody.disposal() == null) {
            throw refused("stay: nobody proposed to dispose of it");
        }
        return changed(custody.ending(null), Action.DISPOSAL_REFUSED, null, reason, by, at);
    }

    /**
     * Approves the proposal: another person than the one who made it. From here on there is no way
     * back; the content is destroyed next.
     */
    public Transition<EvidenceItem> approveDisposal(Actor.Person by, Instant at) {
        requireThere("be disposed of");
        requireFree();
        var plan = custody.disposal();
        if (plan == null) {
            throw refused("be disposed of without a proposal");
        }
        if (plan.plannedBy().equals(by)) {
            throw refused("be disposed of by one person alone");
        }
        return Transition.to(
                with(custody.ending(plan.approved(by))),
                new DisposalApproved(incident, id, label, plan.reason(), at, by));
    }

    /** Disposes of it because its time is over: what the schedule says, no person decides again. */
    public Transition<EvidenceItem> expire(Actor by, Instant at) {
        requireThere("be disposed of");
        requireFree();
        if (at.isBefore(custody.keepUntil())) {
            throw refused("be disposed of before its time is over");
        }
        var reason = "its time of keeping ended " + custody.keepUntil();
        return Transition.to(
                with(custody.ending(new Disposal(reason, by, at, by, null))),
                new CustodyChanged(
                        incident, id, label, Action.DISPOSAL_PLANNED, null, reason, at, by),
                new DisposalApproved(incident, id, label, reason, at, by));
    }

    /**
     * Records that the content can no longer be read by anybody. What was said of it in words goes
     * with it, if it was hashed so that it can.
     *
     * @param how what was destroyed, in words
     */
    public Transition<EvidenceItem> disposed(String how, Actor by, Instant at) {
        var plan = custody.disposal();
        if (plan == null || plan.approvedBy() == null || plan.doneAt() != null) {
            throw refused("be disposed of without an approval");
        }
        return withoutWords()
                .changed(
                        custody.ending(plan.done(at)),
                        Action.DISPOSED,
                        plan.approvedBy().reference(),
                        plan.reason() + "; " + how,
                        by,
                        at);
    }

    private EvidenceItem withoutWords() {
        return commitment == null
                ? this
                : new EvidenceItem(
                        id,
                        incident,
                        store,
                        label,
                        kind,
                        "",
                        "",
                        content,
                        size,
                        intake,
                        acquisition.withoutWords(),
                        commitment.withoutSalt(),
                        custody,
                        version);
    }

    /**
     * What that one could do with it now, were they permitted to: what is not among it is refused.
     * {@link Action#DISPOSED} stands for approving a disposal.
     */
    public Set<Action> possible(Actor by) {
        if (custody.isDisposedOf()) {
            return Set.of();
        }
        var possible = EnumSet.of(Action.HELD, Action.KEEPING_CHANGED);
        if (!custody.isSealed()) {
            possible.add(Action.SEALED);
        }
        var offer = custody.offered();
        boolean isHis = custody.custodian().equals(by);
        if (offer == null) {
            if (isHis || !(custody.custodian() instanceof Actor.Person)) {
                possible.add(Action.HANDED_OVER);
            }
        } else if (offer.to().equals(by)) {
            possible.addAll(Set.of(Action.ACCEPTED, Action.DECLINED));
        } else if (isHis) {
            possible.add(Action.DECLINED);
        }
        if (custody.isHeld()) {
            possible.add(Action.RELEASED);
        }
        var plan = custody.disposal();
        if (plan != null) {
            possible.add(Action.DISPOSAL_REFUSED);
            if (!plan.plannedBy().equals(by) && !custody.isHeld()) {
                possible.add(Action.DISPOSED);
            }
        } else if (!custody.isHeld()) {
            possible.add(Action.DISPOSAL_PLANNED);
        }
        return possible;
    }

    /** Refused while it is held. */
    private void requireFree() {
        if (custody.isHeld()) {
            throw refused("be disposed of while a legal hold needs it");
        }
    }

    private void requireThere(String what) {
        if (custody.isDisposedOf()) {
            throw refused(what + " after its disposal");
        }
    }

    private IllegalTransition refused(String what) {
        return new IllegalTransition(label, state(), what);
    }

    private String state() {
        return custody.isDisposedOf()
                ? "disposed of"
                : custody.isHeld() ? "held" : custody.isSealed() ? "sealed" : "in custody";
    }

    private Transition<EvidenceItem> changed(
            Custody now,
            Action action,
            @Nullable String counterpart,
            String purpose,
            Actor by,
            Instant at) {
        return Transition.to(
                with(now),
                new CustodyChanged(incident, id, label, action, counterpart, purpose, at, by));
    }

    private EvidenceItem with(Custody now) {
        return new EvidenceItem(
                id,
                incident,
                store,
                label,
                kind,
                title,
                originalName,
                content,
                size,
                intake,
                acquisition,
                commitment,
                now,
                version);
    }
}

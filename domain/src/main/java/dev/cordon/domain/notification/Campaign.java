package dev.cordon.domain.notification;

import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignEvent.ApprovalRefused;
import dev.cordon.domain.notification.CampaignEvent.CampaignApproved;
import dev.cordon.domain.notification.CampaignEvent.CampaignCompleted;
import dev.cordon.domain.notification.CampaignEvent.CampaignDrafted;
import dev.cordon.domain.notification.CampaignEvent.CampaignSentBack;
import dev.cordon.domain.notification.CampaignEvent.CampaignSubmitted;
import dev.cordon.domain.notification.CampaignEvent.DeliveryDecided;
import dev.cordon.domain.notification.CampaignEvent.DispatchRefused;
import dev.cordon.domain.notification.CampaignEvent.NoticeEdited;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A notice to affected people: its text in every language, its frozen recipients, and how far it
 * came.
 *
 * <p>Approval binds to {@link #contentHash()}; any edit makes the campaign a draft again. Nobody
 * who wrote a part of it approves it.
 *
 * @param determination where the recipients come from
 * @param texts by language, ISO 639-1
 * @param authors everybody who wrote a part of it, by login name
 */
public record Campaign(
        CampaignId id,
        IncidentId incident,
        StoreId store,
        DeterminationId determination,
        Channel channel,
        Map<String, NoticeText> texts,
        RecipientList recipients,
        Set<String> authors,
        Phase phase,
        Version version) {

    public Campaign {
        texts = Map.copyOf(texts);
        authors = Set.copyOf(authors);
    }

    /** How far it came; what is only known there lives there. */
    public sealed interface Phase {

        /**
         * @param sentBack why the last version was sent back; empty if it was not
         */
        record Draft(String sentBack) implements Phase {}

        record Submitted(Actor.Person by, Instant at, Sha256 content) implements Phase {}

        record Approved(Actor.Person by, Instant at, Sha256 content) implements Phase {}

        /** Every recipient has an outcome; some may be unknown. */
        record Completed(Actor.Person approvedBy, Instant approvedAt, Sha256 content, Instant at)
                implements Phase {}
    }

    /** What came of a wish to approve. */
    public sealed interface ApprovalOutcome {
        record Approved(Transition<Campaign> change) implements ApprovalOutcome {}

        /** Refused; the attempt itself goes on the record. */
        record Denied(Refused why, Transition<Campaign> attempt) implements ApprovalOutcome {}
    }

    /** Why an approval is refused. */
    public enum Refused {
        AUTHOR_CANNOT_APPROVE,
        NOT_SUBMITTED,
        ALREADY_DECIDED,
        CONTENT_CHANGED
    }

    public static Transition<Campaign> draft(
            CampaignId id,
            IncidentId incident,
            StoreId store,
            DeterminationId determination,
            Channel channel,
            Map<String, NoticeText> texts,
            RecipientList recipients,
            Actor.Person by,
            Instant at) {
        var campaign =
                new Campaign(
                        id,
                        incident,
                        store,
                        determination,
                        channel,
                        texts,
                        recipients,
                        Set.of(by.name()),
                        new Phase.Draft(""),
                        Version.NEW);
        return Transition.to(
                campaign, new CampaignDrafted(incident, id, recipients.count(), at, by));
    }

    /** Replaces the text in one language. What was submitted becomes a draft again. */
    public Transition<Campaign> edit(
            String language, NoticeText text, Actor.Person by, Instant at) {
        return switch (phase) {
            case Phase.Draft _, Phase.Submitted _ -> {
                var changed = new TreeMap<>(texts);
                changed.put(language, text);
                var writers = new HashSet<>(authors);
                writers.add(by.name());
                yield Transition.to(
                        with(changed, writers, new Phase.Draft("")),
                        new NoticeEdited(incident, id, at, by));
            }
            case Phase.Approved _, Phase.Completed _ -> throw refused("be edited");
        };
    }

    /** Asks somebody else to approve exactly this. */
    public Transition<Campaign> submit(Actor.Person by, Instant at) {
        if (!(phase instanceof Phase.Draft)) {
            throw refused("be submitted");
        }
        if (recipients.count() == 0) {
            throw new IllegalTransition(name(), "without recipients", "be submitted");
        }
        var writers = new HashSet<>(authors);
        writers.add(by.name());
        var content = contentHash();
        return Transition.to(
                with(texts, writers, new Phase.Submitted(by, at, content)),
                new CampaignSubmitted(incident, id, content, recipients.count(), at, by));
    }

    /**
     * Approves exactly the content that the approver saw.
     *
     * @param seen the hash shown beside what they read
     */
    public ApprovalOutcome approve(Sha256 seen, Actor.Person by, Instant at) {
        return switch (phase) {
            case Phase.Draft _ -> denied(Refused.NOT_SUBMITTED, by, at);
            case Phase.Approved _, Phase.Completed _ -> denied(Refused.ALREADY_DECIDED, by, at);
            case Phase.Submitted submitted -> {
                if (authors.contains(by.name())) {
                    yield denied(Refused.AUTHOR_CANNOT_APPROVE, by, at);
                }
                if (!submitted.content().equals(seen) || !contentHash().equals(seen)) {
                    yield denied(Refused.CONTENT_CHANGED, by, at);
                }
                yield new ApprovalOutcome.Approved(
                        Transition.to(
                                with(texts, authors, new Phase.Approved(by, at, seen)),
                                new CampaignApproved(
                                        incident, id, seen, recipients.count(), at, by)));
            }
        };
    }

    /** Gives it back to its authors, with a reason. */
    public Transition<Campaign> sendBack(String reason, Actor.Person by, Instant at) {
        if (!(phase instanceof Phase.Submitted)) {
            throw refused("be sent back");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("sending back says why");
        }
        return Transition.to(
                with(texts, authors, new Phase.Draft(reason)),
                new CampaignSentBack(incident, id, reason, at, by));
    }

    /** Whether exactly what it says now was approved, and not everybody has an outcome yet. */
    public boolean isApprovedAsItStands() {
        return phase instanceof Phase.Approved approved && approved.content().equals(contentHash());
    }

    /** Notes that it is not sent as it stands, and why. */
    public Transition<Campaign> refuseDispatch(String reason, Actor by, Instant at) {
        return Transition.to(this, new DispatchRefused(incident, id, reason, at, by));
    }

    /** Every recipient has an outcome. */
    public Transition<Campaign> complete(DeliveryTally tally, Actor by, Instant at) {
        if (!(phase instanceof Phase.Approved approved)) {
            throw refused("be completed");
        }
        if (tally.unfinished() > 0) {
            throw new IllegalTransition(
                    name(), "still sending to " + tally.unfinished(), "be completed");
        }
        return Transition.to(
                with(
                        texts,
                        authors,
                        new Phase.Completed(approved.by(), approved.at(), approved.content(), at)),
                new CampaignCompleted(
                        incident,
                        id,
                        tally.of(Delivery.Status.ACCEPTED),
                        tally.of(Delivery.Status.REFUSED),
                        tally.of(Delivery.Status.UNKNOWN),
                        at,
                        by));
    }

    /** A person decides about a doubtful delivery; sending again reopens the dispatch. */
    public Transition<Campaign> decide(
            Delivery delivery,
            Delivery.Decision decision,
            String reason,
            Actor.Person by,
            Instant at) {
        if (delivery.status() != Delivery.Status.UNKNOWN) {
            throw new IllegalTransition(
                    "delivery " + delivery.ordinal(), delivery.status().name(), "be decided");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a decision says why");
        }
        var next =
                phase instanceof Phase.Completed done && decision == Delivery.Decision.SEND_AGAIN
                        ? new Phase.Approved(done.approvedBy(), done.approvedAt(), done.content())
                        : phase;
        return Transition.to(
                with(texts, authors, next),
                new DeliveryDecided(incident, id, delivery.ordinal(), decision, reason, at, by));
    }

    /** What approval binds to: channel, text in every language, recipients and their number. */
    public Sha256 contentHash() {
        var form = Canonical.tagged("cordon/campaign/v1").add(channel.name());
        form.add(texts.size());
        new TreeMap<>(texts)
                .forEach(
                        (language, text) ->
                                form.add(language).add(text.subject()).add(text.body()));
        return form.add(recipients.count()).add(recipients.hash()).sha256();
    }

    private ApprovalOutcome denied(Refused why, Actor.Person by, Instant at) {
        return new ApprovalOutcome.Denied(
                why, Transition.to(this, new ApprovalRefused(incident, id, why, at, by)));
    }

    private Campaign with(Map<String, NoticeText> texts, Set<String> authors, Phase phase) {
        return new Campaign(
                id,
                incident,
                store,
                determination,
                channel,
                texts,
                recipients,
                authors,
                phase,
                version);
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition(name(), phase.getClass().getSimpleName(), verb);
    }

    private String name() {
        return "notice " + id;
    }
}

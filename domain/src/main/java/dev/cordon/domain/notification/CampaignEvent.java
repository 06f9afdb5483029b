package dev.cordon.domain.notification;

import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.Map;

/** What happens to a notice. */
public sealed interface CampaignEvent extends IncidentFact {

    CampaignId campaign();

    @Override
    default TimelineEntry.Kind kind() {
        return TimelineEntry.Kind.COMMUNICATION;
    }

    record CampaignDrafted(
            IncidentId incident, CampaignId campaign, int recipients, Instant at, Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of("recipients", Integer.toString(recipients));
        }
    }

    record NoticeEdited(IncidentId incident, CampaignId campaign, Instant at, Actor by)
            implements CampaignEvent {}

    record CampaignSubmitted(
            IncidentId incident,
            CampaignId campaign,
            Sha256 content,
            int recipients,
            Instant at,
            Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of(
                    "content", content.shortForm(), "recipients", Integer.toString(recipients));
        }
    }

    /** The author, or somebody who wrote part of it, tried to approve. */
    record ApprovalRefused(
            IncidentId incident,
            CampaignId campaign,
            Campaign.Refused refusal,
            Instant at,
            Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of("refusal", refusal.name());
        }
    }

    record CampaignApproved(
            IncidentId incident,
            CampaignId campaign,
            Sha256 content,
            int recipients,
            Instant at,
            Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of(
                    "content", content.shortForm(), "recipients", Integer.toString(recipients));
        }
    }

    record CampaignSentBack(
            IncidentId incident, CampaignId campaign, String reason, Instant at, Actor by)
            implements CampaignEvent {}

    /** It was approved, and is not sent as it stands. */
    record DispatchRefused(
            IncidentId incident, CampaignId campaign, String reason, Instant at, Actor by)
            implements CampaignEvent {}

    record CampaignCompleted(
            IncidentId incident,
            CampaignId campaign,
            int accepted,
            int refused,
            int unknown,
            Instant at,
            Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of(
                    "accepted", Integer.toString(accepted),
                    "refused", Integer.toString(refused),
                    "unknown", Integer.toString(unknown));
        }
    }

    /** A person decided about a message of which nobody knows whether it arrived. */
    record DeliveryDecided(
            IncidentId incident,
            CampaignId campaign,
            int ordinal,
            Delivery.Decision decision,
            String reason,
            Instant at,
            Actor by)
            implements CampaignEvent {
        @Override
        public Map<String, String> details() {
            return Map.of("ordinal", Integer.toString(ordinal), "decision", decision.name());
        }
    }
}

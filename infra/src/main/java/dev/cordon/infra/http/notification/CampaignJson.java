package dev.cordon.infra.http.notification;

import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.infra.http.ETags;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as sent.
 *
 * @param content the hash of what is written now: approval binds to it
 * @param sentBack why the last version was sent back
 * @param deliveries how many messages stand where
 * @param etag to send back as {@code If-Match}
 */
record CampaignJson(
        UUID id,
        UUID incident,
        UUID store,
        UUID determination,
        Channel channel,
        Map<String, NoticeText> texts,
        int recipients,
        String recipientsHash,
        Set<String> authors,
        Status status,
        String content,
        @Nullable String sentBack,
        @Nullable DecisionJson submitted,
        @Nullable DecisionJson approved,
        @Nullable Instant completedAt,
        @Nullable Map<Delivery.Status, Integer> deliveries,
        String etag) {

    /** How far it came. */
    enum Status {
        DRAFT,
        SUBMITTED,
        APPROVED,
        COMPLETED
    }

    /** Who, when and about which content. */
    record DecisionJson(String by, Instant at, String content) {}

    static CampaignJson of(Campaign campaign) {
        return of(campaign, null);
    }

    static CampaignJson of(Campaign campaign, @Nullable DeliveryTally tally) {
        var stand = Stand.of(campaign.phase());
        return new CampaignJson(
                campaign.id().value(),
                campaign.incident().value(),
                campaign.store().value(),
                campaign.determination().value(),
                campaign.channel(),
                campaign.texts(),
                campaign.recipients().count(),
                campaign.recipients().hash().hex(),
                campaign.authors(),
                stand.status(),
                campaign.contentHash().hex(),
                stand.sentBack(),
                stand.submitted(),
                stand.approved(),
                stand.completedAt(),
                tally == null ? null : tally.counts(),
                ETags.of(campaign.version()));
    }

    private record Stand(
            Status status,
            @Nullable String sentBack,
            @Nullable DecisionJson submitted,
            @Nullable DecisionJson approved,
            @Nullable Instant completedAt) {

        static Stand of(Campaign.Phase phase) {
            return switch (phase) {
                case Campaign.Phase.Draft(var sentBack) ->
                        new Stand(
                                Status.DRAFT,
                                sentBack.isEmpty() ? null : sentBack,
                                null,
                                null,
                                null);
                case Campaign.Phase.Submitted(var by, var at, var content) ->
                        new Stand(
                                Status.SUBMITTED,
                                null,
                                new DecisionJson(by.name(), at, content.hex()),
                                null,
                                null);
                case Campaign.Phase.Approved(var by, var at, var content) ->
                        new Stand(
                                Status.APPROVED,
                                null,
                                null,
                                new DecisionJson(by.name(), at, content.hex()),
                                null);
                case Campaign.Phase.Completed(var by, var at, var content, var completed) ->
                        new Stand(
                                Status.COMPLETED,
                                null,
                                null,
                                new DecisionJson(by.name(), at, content.hex()),
                                completed);
            };
        }
    }
}

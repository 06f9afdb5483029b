package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frozen recipients of campaigns and what is known of each message. Every change leaves an
 * entry that is never changed itself.
 */
public interface Deliveries {

    /** Stores the recipients, encrypted, each pending. */
    void freeze(CampaignId campaign, List<Recipient> recipients);

    /**
     * Takes the next pending message whose time has come and marks it in flight. Once the
     * transaction is committed, nobody else takes it.
     */
    Optional<Delivery> claim(CampaignId campaign, Instant now);

    /** Writes down what became of a message in flight. */
    void settle(Delivery claimed, DeliveryResult result, Instant at);

    /**
     * Marks as unknown what was in flight when a former run was cut off. To be called only when no
     * other run is at work on the campaign.
     *
     * @return how many
     */
    int abandonInFlight(CampaignId campaign, Instant at);

    /** Carries out a person's decision about an unknown one. */
    void decide(Delivery unknown, Delivery.Decision decision, Instant at);

    Optional<Delivery> find(CampaignId campaign, int ordinal);

    /** In the order of the list. */
    Page<Delivery> list(CampaignId campaign, Delivery.@Nullable Status status, Page.Request page);

    /** The first recipient who reads that language, for a preview. */
    Optional<Recipient> firstReading(CampaignId campaign, String language);

    /** How many recipients read each language. */
    Map<String, Integer> languages(CampaignId campaign);

    DeliveryTally tally(CampaignId campaign);

    /** When the next pending message may be tried; empty when none is pending. */
    Optional<Instant> nextAttempt(CampaignId campaign);

    default Delivery get(CampaignId campaign, int ordinal) {
        return find(campaign, ordinal)
                .orElseThrow(() -> new NotFound("delivery " + ordinal + " of " + campaign));
    }
}

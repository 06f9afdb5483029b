package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
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

    /** The note on what a former run left in flight. */
    String CUT_OFF = "Cordon was cut off while this message was handed over";

    /** The note on what a person decided. */
    static String decidedBy(Actor.Person person) {
        return "decided by " + person.name();
    }

    /** Stores the recipients, encrypted, each pending. */
    void freeze(CampaignId campaign, List<Recipient> recipients);

    /**
     * What is stored now, counted and hashed anew, to hold against what was approved. Empty
     * recipients, as after shredding, are a list of none.
     */
    RecipientList stored(CampaignId campaign);

    /**
     * Lets others who would end the campaign or decide about its messages wait until the running
     * transaction is over.
     */
    void hold(CampaignId campaign);

    /**
     * Takes the next pending message whose time has come and marks it in flight, with the id that
     * it will carry. Once the transaction is committed, nobody else takes it.
     *
     * @param domain where the message's id belongs
     */
    Optional<Delivery> claim(CampaignId campaign, String domain, Instant now);

    /**
     * Writes down what became of a message in flight. A result that comes when the message was
     * already given up as unknown still counts, as long as nobody decided about it; after that it
     * leaves an entry and changes nothing.
     */
    void settle(Delivery claimed, DeliveryResult result, Instant at);

    /**
     * Marks as unknown what was in flight when a former run was cut off. To be called only when no
     * other run is at work on the campaign.
     *
     * @return how many
     */
    int abandonInFlight(CampaignId campaign, Instant at);

    /**
     * Carries out a person's decision about an unknown one.
     *
     * @throws StaleVersion if somebody else decided since it was read
     */
    void decide(Delivery unknown, Delivery.Decision decision, Actor.Person by, Instant at);

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

package dev.cordon.domain.notification;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Notices to test with. */
public final class CampaignFixtures {

    public static final Actor.Person PAUL = new Actor.Person("paul");

    private CampaignFixtures() {}

    public static Campaign aDraft() {
        return aDraft(List.of(recipient(1, "ada@example.org"), recipient(2, "bob@example.org")));
    }

    public static Campaign aDraft(List<Recipient> recipients) {
        return Campaign.draft(
                        new CampaignId(new UUID(0, 77)),
                        IncidentFixtures.anIncident().id(),
                        FJORD,
                        new DeterminationId(new UUID(0, 5)),
                        Channel.EMAIL,
                        Map.of(
                                "en", new NoticeText("Subject", "Dear {{name}}"),
                                "de", new NoticeText("Betreff", "Guten Tag {{name}}")),
                        RecipientList.of(recipients),
                        RITA,
                        NOON)
                .state();
    }

    public static Campaign aSubmittedCampaign() {
        return aDraft().submit(RITA, NOON).state();
    }

    public static Campaign anApprovedCampaign() {
        var submitted = aSubmittedCampaign();
        return ((ApprovalOutcome.Approved) submitted.approve(submitted.contentHash(), PAUL, NOON))
                .change()
                .state();
    }

    public static Recipient recipient(int ordinal, String address) {
        return new Recipient(ordinal, "c" + ordinal, address, "Ada B", "en");
    }

    public static Delivery aDelivery(Delivery.Status status) {
        return new Delivery(
                new CampaignId(new UUID(0, 77)),
                recipient(1, "ada@example.org"),
                status,
                1,
                null,
                "",
                "",
                "",
                "",
                NOON);
    }
}

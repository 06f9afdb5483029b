package dev.cordon.infra.persistence.notification;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.notification.CampaignFixtures.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.notification.Campaigns;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.notification.CampaignEvent.CampaignSubmitted;
import dev.cordon.domain.notification.CampaignFixtures;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredCampaign;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two transactions at one notice: both have read it before either stores. */
@PersistenceTest
class JpaCampaignsTest {

    private static final NoticeText OTHER = new NoticeText("Subject", "Something else");

    private final Campaigns campaigns;
    private final Acting acting;
    private final Emptied database;
    private final StoredCampaign stored;
    private final Sha256 seen = CampaignFixtures.aSubmittedCampaign().contentHash();

    JpaCampaignsTest(Campaigns campaigns, Acting acting, Emptied database, StoredCampaign stored) {
        this.campaigns = campaigns;
        this.acting = acting;
        this.database = database;
        this.stored = stored;
    }

    @BeforeEach
    void aSubmittedCampaign() {
        database.empty();
        stored.store();
        var campaign = CampaignFixtures.aSubmittedCampaign();
        var submitted =
                new CampaignSubmitted(
                        campaign.incident(),
                        campaign.id(),
                        seen,
                        campaign.recipients().count(),
                        NOON,
                        RITA);
        acting.as(RITA, "SubmitCampaign", () -> campaigns.save(Transition.to(campaign, submitted)));
    }

    @Test
    void anApprovalOfATextThatChangesMeanwhileIsNotStored() {
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        PAUL,
                                        "ApproveCampaign",
                                        () -> {
                                            var read = campaign();
                                            meanwhile(this::edit);
                                            campaigns.save(approved(read));
                                        }))
                .isInstanceOf(StaleVersion.class);

        assertThat(campaign().phase()).isInstanceOf(Phase.Draft.class);
        assertThat(campaign().texts()).containsEntry("en", OTHER);
    }

    @Test
    void anEditOfATextThatIsApprovedMeanwhileIsNotStored() {
        assertThatThrownBy(
                        () ->
                                acting.as(
                                        CARLA,
                                        "EditNotice",
                                        () -> {
                                            var read = campaign();
                                            meanwhile(this::approve);
                                            campaigns.save(edited(read));
                                        }))
                .isInstanceOf(StaleVersion.class);

        assertThat(campaign().phase()).isEqualTo(new Phase.Approved(PAUL, NOON, seen));
        assertThat(campaign().contentHash()).isEqualTo(seen);
    }

    private void edit() {
        acting.as(CARLA, "EditNotice", () -> campaigns.save(edited(campaign())));
    }

    private void approve() {
        acting.as(PAUL, "ApproveCampaign", () -> campaigns.save(approved(campaign())));
    }

    /** On another thread, so in a transaction of its own. */
    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private Campaign campaign() {
        return campaigns.get(CampaignFixtures.aDraft().id(), StoreScope.ALL);
    }

    private static Transition<Campaign> edited(Campaign read) {
        return read.edit("en", OTHER, CARLA, NOON);
    }

    private Transition<Campaign> approved(Campaign read) {
        return ((ApprovalOutcome.Approved) read.approve(seen, PAUL, NOON)).change();
    }
}

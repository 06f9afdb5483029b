package dev.cordon.domain.notification;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.notification.CampaignFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.notification.Campaign.Refused;
import dev.cordon.domain.notification.CampaignEvent.ApprovalRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignTest {

    @Test
    void authorOfACampaignCannotApproveIt() {
        var campaign = aSubmittedCampaign();

        var outcome = campaign.approve(campaign.contentHash(), RITA, NOON);

        assertThat(outcome).isInstanceOf(ApprovalOutcome.Denied.class);
        assertThat(((ApprovalOutcome.Denied) outcome).why())
                .isEqualTo(Refused.AUTHOR_CANNOT_APPROVE);
    }

    @Test
    void whoeverWroteAPartOfItCannotApproveIt() {
        var campaign =
                aDraft().edit("de", new NoticeText("Betreff", "anders"), CARLA, NOON)
                        .state()
                        .submit(RITA, NOON)
                        .state();

        var outcome = campaign.approve(campaign.contentHash(), CARLA, NOON);

        assertThat(((ApprovalOutcome.Denied) outcome).why())
                .isEqualTo(Refused.AUTHOR_CANNOT_APPROVE);
    }

    @Test
    void anotherPersonApprovesExactlyWhatWasSubmitted() {
        var campaign = aSubmittedCampaign();

        var outcome = campaign.approve(campaign.contentHash(), PAUL, NOON);

        var approved = ((ApprovalOutcome.Approved) outcome).change().state();
        assertThat(approved.phase())
                .isEqualTo(new Phase.Approved(PAUL, NOON, campaign.contentHash()));
    }

    @Test
    void aRefusedAttemptGoesOnTheRecord() {
        var campaign = aSubmittedCampaign();

        var denied = (ApprovalOutcome.Denied) campaign.approve(campaign.contentHash(), RITA, NOON);

        assertThat(denied.attempt().state()).isEqualTo(campaign);
        assertThat(denied.attempt().events()).hasOnlyElementsOfType(ApprovalRefused.class);
    }

    @Test
    void anEditAfterSubmissionVoidsWhatTheApproverSaw() {
        var submitted = aSubmittedCampaign();
        var seen = submitted.contentHash();
        var edited = submitted.edit("en", new NoticeText("Subject", "changed"), RITA, NOON).state();

        var beforeResubmission = edited.approve(seen, PAUL, NOON);
        var afterResubmission = edited.submit(RITA, NOON).state().approve(seen, PAUL, NOON);

        assertThat(((ApprovalOutcome.Denied) beforeResubmission).why())
                .isEqualTo(Refused.NOT_SUBMITTED);
        assertThat(((ApprovalOutcome.Denied) afterResubmission).why())
                .isEqualTo(Refused.CONTENT_CHANGED);
    }

    @Test
    void itIsApprovedOnce() {
        var approved = anApprovedCampaign();

        var again = approved.approve(approved.contentHash(), CARLA, NOON);

        assertThat(((ApprovalOutcome.Denied) again).why()).isEqualTo(Refused.ALREADY_DECIDED);
    }

    @Test
    void anApprovedCampaignIsNotEdited() {
        var approved = anApprovedCampaign();

        assertThatThrownBy(() -> approved.edit("en", new NoticeText("s", "b"), RITA, NOON))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void theContentHashCoversTextLanguageRecipientsAndTheirNumber() {
        var campaign = aDraft();
        var otherText = campaign.edit("en", new NoticeText("Subject", "other"), RITA, NOON).state();
        var otherLanguage =
                campaign.edit("fr", new NoticeText("Sujet", "texte"), RITA, NOON).state();
        var otherPeople = aDraft(List.of(recipient(1, "else@example.org")));

        assertThat(
                        List.of(
                                otherText.contentHash(),
                                otherLanguage.contentHash(),
                                otherPeople.contentHash()))
                .doesNotContain(campaign.contentHash())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutRecipientsThereIsNothingToSubmit() {
        var empty = aDraft(List.of());

        assertThatThrownBy(() -> empty.submit(RITA, NOON)).isInstanceOf(IllegalTransition.class);
    }

    @Test
    void sendingBackSaysWhyAndMakesItADraft() {
        var back = aSubmittedCampaign().sendBack("the window is wrong", PAUL, NOON).state();

        assertThat(back.phase()).isEqualTo(new Phase.Draft("the window is wrong"));
    }

    @Test
    void itIsCompleteOnlyWhenEveryMessageHasAnOutcome() {
        var approved = anApprovedCampaign();
        var running =
                new DeliveryTally(Map.of(Delivery.Status.ACCEPTED, 1, Delivery.Status.PENDING, 1));
        var done =
                new DeliveryTally(Map.of(Delivery.Status.ACCEPTED, 1, Delivery.Status.UNKNOWN, 1));

        assertThatThrownBy(() -> approved.complete(running, RITA, NOON))
                .isInstanceOf(IllegalTransition.class);
        assertThat(approved.complete(done, RITA, NOON).state().phase())
                .isInstanceOf(Phase.Completed.class);
    }

    @Test
    void sendingAnUnknownOneAgainReopensTheDispatch() {
        var done =
                anApprovedCampaign()
                        .complete(new DeliveryTally(Map.of(Delivery.Status.UNKNOWN, 1)), RITA, NOON)
                        .state();
        var unknown = aDelivery(Delivery.Status.UNKNOWN);

        var reopened =
                done.decide(unknown, Delivery.Decision.SEND_AGAIN, "not in their inbox", PAUL, NOON)
                        .state();
        var settled =
                done.decide(
                                unknown,
                                Delivery.Decision.TREAT_AS_ACCEPTED,
                                "they called us about it",
                                PAUL,
                                NOON)
                        .state();

        assertThat(reopened.phase()).isInstanceOf(Phase.Approved.class);
        assertThat(settled.phase()).isEqualTo(done.phase());
    }

    @Test
    void onlyAnUnknownDeliveryIsDecided() {
        var approved = anApprovedCampaign();

        assertThatThrownBy(
                        () ->
                                approved.decide(
                                        aDelivery(Delivery.Status.ACCEPTED),
                                        Delivery.Decision.SEND_AGAIN,
                                        "why not",
                                        PAUL,
                                        NOON))
                .isInstanceOf(IllegalTransition.class);
    }
}

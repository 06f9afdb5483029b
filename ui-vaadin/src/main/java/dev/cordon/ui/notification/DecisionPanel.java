package dev.cordon.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.notification.ApproveCampaign;
import dev.cordon.application.notification.SendBackCampaign;
import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Approve exactly this, or send it back; an author reads who else may. */
class DecisionPanel extends Card {

    private final Words words = Words.here();
    private final OpenNotice notice;
    private final Phase.Submitted submitted;
    private final CampaignActions actions;
    private final Names names;
    private final Paragraph outcome = new Paragraph();

    DecisionPanel(
            OpenNotice notice, Phase.Submitted submitted, CampaignActions actions, Names names) {
        super(Words.here().text("decide.title"));
        this.notice = notice;
        this.submitted = submitted;
        this.actions = actions;
        this.names = names;
        setId("decision");
        outcome.setId("approve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(new Paragraph(who()));
        if (actions.caller().may(Permission.CAMPAIGN_APPROVE)) {
            with(approve(), sendBack());
        }
        with(outcome);
    }

    /** Who may decide: everybody with the permission who wrote no part of it. */
    private String who() {
        try {
            var others =
                    actions.people().whoMayApproveNotices().stream()
                            .filter(this::wroteNoPart)
                            .map(Person::displayName)
                            .sorted()
                            .collect(Collectors.joining(", "));
            var wrote = notice.campaign().authors().contains(actions.caller().actor().name());
            return words.text(wrote ? "decide.author" : "decide.who", others);
        } catch (DirectoryUnreachable e) {
            return words.text("decide.unreachable");
        }
    }

    private boolean wroteNoPart(Person person) {
        return !notice.campaign().authors().contains(person.username());
    }

    private Button approve() {
        var approve = new Button(words.text("decide.approve"), _ -> decide());
        approve.setId("approve");
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setWidthFull();
        return approve;
    }

    private void decide() {
        var campaign = notice.campaign();
        var command = new ApproveCampaign.Command(campaign.id(), submitted.content());
        switch (actions.approve().approve(command)) {
            case ApprovalOutcome.Approved _ -> {
                Done.say(words.text("decide.approved"));
                notice.refresh();
            }
            case ApprovalOutcome.Denied(var why, _) -> {
                outcome.setText(words.of(why) + " " + words.text("decide.denied"));
                outcome.addClassNames("note", "crit");
                outcome.setVisible(true);
            }
        }
    }

    private Button sendBack() {
        var back = new Button(words.text("decide.back"), _ -> askWhy().open());
        back.setId("send-back");
        back.setWidthFull();
        return back;
    }

    private ReasonDialog askWhy() {
        return new ReasonDialog(
                        "send-back-dialog",
                        words.text("decide.back"),
                        words.text("decide.back.text", names.of(submitted.by())),
                        words.text("decide.back"))
                .withReason(
                        reason -> {
                            var campaign = notice.campaign();
                            actions.sendBack()
                                    .sendBack(
                                            new SendBackCampaign.Command(
                                                    campaign.id(), campaign.version(), reason));
                            Done.say(words.text("decide.back.done"));
                            notice.refresh();
                        });
    }
}

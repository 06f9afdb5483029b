package dev.cordon.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.notification.SubmitCampaign;
import dev.cordon.application.notification.SubmitCampaign.Outcome;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Asks somebody else to approve what is saved. */
class SubmitPanel extends Card {

    private final Words words = Words.here();
    private final Paragraph outcome = new Paragraph();

    SubmitPanel(OpenNotice notice, CampaignActions actions) {
        super(Words.here().text("submit.title"));
        var submit = new Button(words.text("submit.verb"), _ -> submit(notice, actions));
        submit.setId("submit");
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setWidthFull();
        outcome.setId("submit-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(new Paragraph(words.text("submit.text")), submit, outcome);
    }

    private void submit(OpenNotice notice, CampaignActions actions) {
        var campaign = notice.campaign();
        var command = new SubmitCampaign.Command(campaign.id(), notice.seen());
        switch (actions.submit().submit(command)) {
            case Outcome.Submitted _ -> {
                Done.say(words.text("submit.done"));
                notice.refresh();
            }
            case Outcome.Faulty(var faults) -> {
                var all =
                        String.join(
                                " ",
                                faults.values().stream().flatMap(java.util.List::stream).toList());
                outcome.setText(words.text("notice.faults", all));
                outcome.addClassNames("note", "crit");
                outcome.setVisible(true);
            }
        }
    }
}

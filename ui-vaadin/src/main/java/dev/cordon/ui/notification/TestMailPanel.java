package dev.cordon.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.notification.MailTrialQueries;
import dev.cordon.application.notification.SendTestMail;
import dev.cordon.application.notification.SendTestMail.Outcome;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;

/** Sends a test message to the viewer and says what came of it. */
class TestMailPanel extends Div {

    private final Words words = Words.here();
    private final Paragraph outcome = new Paragraph();
    private final SendTestMail send;

    TestMailPanel(SendTestMail send, MailTrialQueries tests) {
        this.send = send;
        outcome.setId("test-mail-outcome");
        outcome.getElement().setAttribute("role", "status");
        tests.latest()
                .ifPresent(
                        test ->
                                outcome.setText(
                                        words.text(
                                                "setup.mail.latest",
                                                test.username(),
                                                Moments.here().moment(test.at()))));
        var button = new Button(words.text("setup.mail.send"), _ -> send());
        button.setId("test-mail");
        button.setDisableOnClick(true);
        button.addClickListener(_ -> button.setEnabled(true));
        add(button, outcome);
    }

    private void send() {
        switch (send.send()) {
            case Outcome.Sent(var address) -> say("setup.mail.sent", address, "ok");
            case Outcome.Refused(var address) -> say("setup.mail.refused", address, "high");
            case Outcome.NoWayOut(var why) -> say("setup.mail.no-way", why, "high");
            case Outcome.NoAddress() -> say("setup.mail.no-address", "", "high");
        }
    }

    private void say(String key, String detail, String tone) {
        outcome.setText(words.text(key, detail));
        outcome.setClassName("note " + tone);
    }
}

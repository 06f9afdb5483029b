package dev.cordon.ui.incident;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.cordon.application.incident.EscalationQueries;
import dev.cordon.application.incident.WithdrawIncident;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.detection.AlertNavigation;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import org.springframework.stereotype.Component;

/** Takes an escalation back, while nothing was done in the incident. */
@Component
class Withdrawing {

    private final WithdrawIncident withdraw;
    private final EscalationQueries escalations;
    private final Caller caller;

    Withdrawing(WithdrawIncident withdraw, EscalationQueries escalations, Caller caller) {
        this.withdraw = withdraw;
        this.escalations = escalations;
        this.caller = caller;
    }

    boolean mayOffer(IncidentId id) {
        return caller.may(Permission.INCIDENT_RESPOND) && escalations.mayBeWithdrawn(id);
    }

    Button button(IncidentId id) {
        var button = new Button(Words.here().text("withdraw"), _ -> ask(id));
        button.setId("withdraw");
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("data-key", "u");
        return button;
    }

    private void ask(IncidentId id) {
        var words = Words.here();
        new AskDialog(
                        "withdraw-ask",
                        words.text("withdraw.title"),
                        words.text("withdraw.text"),
                        words.text("withdraw"))
                .onConfirm(() -> isDone(id))
                .open();
    }

    private boolean isDone(IncidentId id) {
        switch (withdraw.withdraw(id)) {
            case WithdrawIncident.Outcome.Withdrawn(var alerts) -> {
                Done.say(Words.here().text("withdraw.done"));
                UI.getCurrent()
                        .navigate(
                                alerts.isEmpty()
                                        ? "alerts"
                                        : AlertNavigation.address(alerts.getFirst()));
            }
            case WithdrawIncident.Refused why -> Done.say(Words.here().of(why));
        }
        return true;
    }
}

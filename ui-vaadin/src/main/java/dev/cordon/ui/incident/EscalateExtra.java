package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import dev.cordon.application.detection.CountryQueries;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.EscalationQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.detection.AlertExtra;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.List;
import java.util.UUID;

/** From an alert to an incident, and the link once it became one. */
@org.springframework.stereotype.Component
class EscalateExtra implements AlertExtra {

    private final EscalateAlert escalate;
    private final EscalationQueries escalations;
    private final CountryQueries countries;
    private final IncidentQueries incidents;
    private final Caller caller;
    private final NameBook book;
    private final Withdrawing withdraw;

    EscalateExtra(
            EscalateAlert escalate,
            EscalationQueries escalations,
            CountryQueries countries,
            IncidentQueries incidents,
            Caller caller,
            NameBook book,
            Withdrawing withdraw) {
        this.escalate = escalate;
        this.escalations = escalations;
        this.countries = countries;
        this.incidents = incidents;
        this.caller = caller;
        this.book = book;
        this.withdraw = withdraw;
    }

    @Override
    public List<Component> of(Alert alert) {
        return switch (alert.phase()) {
            case AlertPhase.Escalated(var incident, _, _) -> escalated(incident);
            case AlertPhase.New _, AlertPhase.Triaging _ ->
                    caller.may(Permission.INCIDENT_RESPOND) ? List.of(button(alert)) : List.of();
            case AlertPhase.Merged _, AlertPhase.Closed _, AlertPhase.Suppressed _ -> List.of();
        };
    }

    private List<Component> escalated(UUID id) {
        var incident = new IncidentId(id);
        return withdraw.mayOffer(incident)
                ? List.of(link(id), withdraw.button(incident))
                : List.of(link(id));
    }

    private Anchor link(UUID id) {
        var link = IncidentNavigation.link(incidents.incident(new IncidentId(id)));
        link.setId("alert-incident");
        return link;
    }

    private Button button(Alert alert) {
        var button = new Button(Words.here().text("escalate.open"), _ -> ask(alert));
        button.setId("alert-escalate");
        button.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        button.getElement().setAttribute("data-key", "e");
        return button;
    }

    private void ask(Alert alert) {
        new EscalateDialog(
                        alert,
                        countries.of(alert.finding()),
                        escalations.companions(alert.id()),
                        along -> escalations.severity(alert.id(), along),
                        book.names(),
                        choice -> escalate(alert, choice))
                .open();
    }

    private void escalate(Alert alert, EscalateDialog.Choice choice) {
        // Growth is no conflict; what somebody decided meanwhile the alert itself refuses.
        var now = escalations.alert(alert.id());
        var id =
                escalate.escalate(
                        new EscalateAlert.Command(
                                now.id(),
                                now.version(),
                                choice.title(),
                                choice.along(),
                                choice.indicators()));
        IncidentNavigation.open(incidents.incident(id).reference(), "overview");
    }
}

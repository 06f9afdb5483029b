package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.cordon.application.incident.OverrideSeverity;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** The matrix behind a severity, and for a commander the way to decide otherwise. */
class SeverityDialog extends AskDialog {

    private final Words words = Words.here();
    private final RadioButtonGroup<Severity> decided = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();

    SeverityDialog(OpenIncident page, IncidentActions actions, Caller caller, Names names) {
        super(
                "severity-dialog",
                Words.here().text("severity.title"),
                Words.here()
                        .text(
                                "severity.matrix",
                                page.incident().severity().matrix(),
                                SeverityChip.text(page.incident().severity().computed())),
                Words.here().text("severity.decide"));
        var assessment = page.incident().severity();
        with(
                new SeverityReasons(assessment, names),
                new H3(words.text("severity.inputs")),
                SeverityReasons.inputs(assessment.inputs()));
        if (caller.may(Permission.INCIDENT_COMMAND) && page.incident().isOpen()) {
            offerOverride(page, actions.override());
        } else {
            readOnly();
        }
    }

    private void offerOverride(OpenIncident page, OverrideSeverity override) {
        decided.setId("severity-dialog-severity");
        decided.setLabel(words.text("severity.otherwise"));
        decided.setItems(List.of(Severity.values()).reversed());
        decided.setItemLabelGenerator(SeverityChip::text);
        decided.setValue(page.incident().severity().severity());
        reason.setId("severity-dialog-reason");
        reason.setLabel(words.text("reason.label"));
        reason.setErrorMessage(words.text("reason.missing"));
        reason.setWidthFull();
        with(new H3(words.text("severity.override")), decided, reason);
        onConfirm(() -> decide(page, override));
    }

    private boolean decide(OpenIncident page, OverrideSeverity override) {
        var why = reason.getValue().strip();
        reason.setInvalid(why.isEmpty());
        if (why.isEmpty()) {
            reason.focus();
            return false;
        }
        var incident = page.incident();
        override.override(
                new OverrideSeverity.Command(
                        incident.id(), incident.version(), decided.getValue(), why));
        Done.say(words.text("severity.done"));
        page.refresh();
        return true;
    }
}

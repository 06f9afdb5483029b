package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.ui.detection.AlertNavigation;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Words;
import java.util.function.Consumer;

/** Shows what an alert would become, before somebody makes it an incident. */
class EscalateDialog extends AskDialog {

    private static final int LONGEST = 200;

    private final Words words = Words.here();
    private final TextField title = new TextField();

    EscalateDialog(
            Alert alert, SeverityAssessment severity, Names names, Consumer<String> escalate) {
        super(
                "escalate",
                Words.here().text("escalate.title"),
                Words.here().text("escalate.text"),
                Words.here().text("escalate.open"));
        title.setId("escalate-title");
        title.setLabel(words.text("overview.title"));
        title.setValue(AlertNavigation.title(alert));
        title.setMaxLength(LONGEST);
        title.setErrorMessage(words.text("escalate.title.missing"));
        title.setWidthFull();
        var chip = new SeverityChip(severity.severity());
        chip.setId("escalate-severity");
        with(
                title,
                new H3(words.text("escalate.severity")),
                chip,
                new SeverityReasons(severity, names),
                new H3(words.text("escalate.along")),
                along(alert));
        onConfirm(() -> confirm(escalate));
    }

    private boolean confirm(Consumer<String> escalate) {
        var text = title.getValue().strip();
        title.setInvalid(text.isEmpty());
        if (text.isEmpty()) {
            title.focus();
            return false;
        }
        escalate.accept(text);
        return true;
    }

    private UnorderedList along(Alert alert) {
        var finding = alert.finding();
        var all = new UnorderedList();
        all.addClassNames("plain-list", "small");
        all.add(new ListItem(words.text("escalate.addresses", finding.addressCount())));
        all.add(new ListItem(words.text("escalate.tries", finding.events(), finding.successes())));
        all.add(new ListItem(words.text("escalate.lines")));
        return all;
    }
}

package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.incident.EscalateAlert.Indicators;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.ui.detection.AlertNavigation;
import dev.cordon.ui.detection.AlertSeverityChip;
import dev.cordon.ui.detection.CountryNames;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Shows what an alert would become, and lets choose what comes along. */
class EscalateDialog extends AskDialog {

    private static final int LONGEST = 200;

    /** What was chosen. */
    record Choice(String title, List<AlertId> along, Indicators indicators) {}

    /** What to do with it. */
    interface Deed {
        void escalate(Choice choice);
    }

    private final Words words = Words.here();
    private final Names names;
    private final Function<List<AlertId>, SeverityAssessment> severity;
    private final TextField title = new TextField();
    private final CheckboxGroup<AlertSummary> along = new CheckboxGroup<>();
    private final RadioButtonGroup<Indicators> indicators = new RadioButtonGroup<>();
    private final Div preview = new Div();

    /**
     * @param countries where its addresses are used, as far as that is known
     * @param severity what it would be with these others
     */
    EscalateDialog(
            Alert alert,
            Map<Address, Country> countries,
            List<AlertSummary> companions,
            Function<List<AlertId>, SeverityAssessment> severity,
            Names names,
            Deed deed) {
        super(
                "escalate",
                Words.here().text("escalate.title"),
                Words.here().text("escalate.text"),
                Words.here().text("escalate.open"));
        this.severity = severity;
        this.names = names;
        title.setId("escalate-title");
        title.setLabel(words.text("overview.title"));
        title.setValue(AlertNavigation.title(alert));
        title.setMaxLength(LONGEST);
        title.setErrorMessage(words.text("escalate.title.missing"));
        title.setWidthFull();
        preview.addClassName("lines");
        with(title, new H3(words.text("escalate.severity")), preview);
        with(new H3(words.text("escalate.along")), itself(alert, countries));
        choices(alert, companions);
        assess();
        onConfirm(() -> isDone(deed));
    }

    private void choices(Alert alert, List<AlertSummary> companions) {
        along.setId("escalate-alerts");
        along.setLabel(words.text("escalate.alerts"));
        along.addClassName("choices");
        along.setItems(companions);
        along.setItemLabelGenerator(AlertNavigation::title);
        along.addValueChangeListener(_ -> assess());
        if (!companions.isEmpty()) {
            with(along);
        }
        indicators.setId("escalate-indicators");
        indicators.setLabel(words.text("escalate.indicators"));
        indicators.setItems(Indicators.values());
        indicators.setItemLabelGenerator(words::of);
        indicators.setValue(Indicators.ALL);
        if (alert.finding().addressCount() > 0) {
            with(indicators);
        } else {
            indicators.setValue(Indicators.NONE);
        }
    }

    private void assess() {
        var assessed = severity.apply(chosen());
        var chip = new SeverityChip(assessed.severity());
        chip.setId("escalate-severity");
        preview.removeAll();
        preview.add(chip, new SeverityReasons(assessed, names));
    }

    private List<AlertId> chosen() {
        return along.getValue().stream().map(AlertSummary::id).toList();
    }

    private boolean isDone(Deed deed) {
        var text = title.getValue().strip();
        title.setInvalid(text.isEmpty());
        if (text.isEmpty()) {
            title.focus();
            return false;
        }
        deed.escalate(new Choice(text, chosen(), indicators.getValue()));
        return true;
    }

    /** The alert itself always does, with all that it shows. */
    private Component itself(Alert alert, Map<Address, Country> countries) {
        var finding = alert.finding();
        var all = new UnorderedList();
        all.addClassNames("plain-list", "small");
        all.add(new ListItem(words.text("escalate.addresses", finding.addressCount())));
        if (!countries.isEmpty()) {
            var from = new ListItem(CountryNames.tally(countries.values(), words));
            from.setId("escalate-countries");
            all.add(from);
        }
        all.add(new ListItem(words.text("escalate.tries", finding.events(), finding.successes())));
        all.add(new ListItem(words.text("escalate.lines")));
        return new Div(new AlertSeverityChip(alert.severity()), all);
    }
}

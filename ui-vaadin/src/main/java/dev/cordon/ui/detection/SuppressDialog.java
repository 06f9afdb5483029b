package dev.cordon.ui.detection;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.SuppressAlert;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.detection.rule.Cidr;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files an alert and its like away for a while: for what, how long, and why. */
class SuppressDialog extends ReasonDialog {

    private static final Integer[] DAYS = {1, 7, 30, 90};

    private final Words words = Words.here();
    private final Alert alert;
    private final AlertActions actions;
    private final Checkbox kind = new Checkbox();
    private final Checkbox rule = new Checkbox();
    private final Checkbox source = new Checkbox();
    private final TextField network = new TextField();
    private final RadioButtonGroup<Integer> days = new RadioButtonGroup<>();
    private final Paragraph refused = new Paragraph();

    SuppressDialog(Alert alert, AlertActions actions, Runnable changed) {
        super(
                "suppress",
                Words.here().text("suppress.title"),
                Words.here().text("suppress.text"),
                Words.here().text("alert.suppress"));
        this.alert = alert;
        this.actions = actions;
        offer(kind, "kind", words.of(alert.finding().kind()));
        offer(rule, "rule", String.join(", ", alert.finding().verdict().rules()));
        offer(source, "source", String.join(", ", SuppressionMatch.sources(alert)));
        kind.setValue(true);
        source.setValue(one(SuppressionMatch.sources(alert)) != null);
        rule.setEnabled(one(alert.finding().verdict().rules()) != null);
        source.setEnabled(one(SuppressionMatch.sources(alert)) != null);
        network.setId("suppress-network");
        network.setLabel(words.text("suppress.network"));
        network.setHelperText(words.text("suppress.network.what"));
        network.setErrorMessage(words.text("suppress.network.wrong"));
        network.setWidthFull();
        days.setId("suppress-days");
        days.setLabel(words.text("suppress.days"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(each -> words.text("suppress.days.of", each));
        days.setValue(DAYS[1]);
        refused.setId("suppress-refused");
        refused.addClassNames("note", "high");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        with(kind, rule, source, network, days, refused);
        whenReason(reason -> isDone(reason, changed));
    }

    private void offer(Checkbox box, String name, String value) {
        box.setId("suppress-" + name);
        box.setLabel(words.text("suppress." + name, value));
    }

    private boolean isDone(String reason, Runnable changed) {
        var match = match();
        if (match.isEmpty()) {
            return false;
        }
        var outcome =
                actions.suppress()
                        .suppress(
                                new SuppressAlert.Command(
                                        alert.id(),
                                        match.get(),
                                        actions.clock()
                                                .instant()
                                                .plus(Duration.ofDays(days.getValue())),
                                        reason));
        return switch (outcome) {
            case SuppressAlert.Outcome.Suppressed _ -> {
                Done.say(words.text("suppress.done"));
                changed.run();
                yield true;
            }
            case SuppressAlert.Refused why -> {
                say(words.of(why));
                yield false;
            }
        };
    }

    /** What was chosen; empty, and said why, if that is nothing or not understood. */
    private Optional<SuppressionMatch> match() {
        network.setInvalid(false);
        var written = network.getValue().strip();
        Cidr chosen = null;
        try {
            chosen = written.isEmpty() ? null : Cidr.of(written);
        } catch (IllegalArgumentException e) {
            network.setInvalid(true);
            network.focus();
            return Optional.empty();
        }
        if (chosen == null && !kind.getValue() && !rule.getValue() && !source.getValue()) {
            say(words.text("suppress.nothing"));
            return Optional.empty();
        }
        return Optional.of(
                new SuppressionMatch(
                        kind.getValue() ? alert.finding().kind() : null,
                        rule.getValue() ? one(alert.finding().verdict().rules()) : null,
                        chosen,
                        source.getValue() ? one(SuppressionMatch.sources(alert)) : null));
    }

    private void say(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }

    private static @Nullable String one(List<String> names) {
        return names.size() == 1 ? names.getFirst() : null;
    }
}

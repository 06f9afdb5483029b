package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Chooses the alert that one or several belong to. */
class MergeDialog extends AskDialog {

    private final Words words = Words.here();
    private final RadioButtonGroup<AlertSummary> target = new RadioButtonGroup<>();

    MergeDialog(List<AlertSummary> targets, Consumer<AlertId> merge) {
        super(
                "merge",
                Words.here().text("merge.title"),
                Words.here().text("merge.text"),
                Words.here().text("alert.merge"));
        if (targets.isEmpty()) {
            with(new Paragraph(words.text("merge.none")));
            readOnly();
            return;
        }
        target.setId("merge-target");
        target.setLabel(words.text("merge.into"));
        target.addClassName("choices");
        target.setItems(targets);
        target.setRenderer(new ComponentRenderer<>(this::line));
        target.setValue(targets.getFirst());
        with(target);
        onConfirm(
                () -> {
                    merge.accept(target.getValue().id());
                    return true;
                });
    }

    /** The chosen ones themselves first: one of them may be what the others belong to. */
    static List<AlertSummary> targets(List<AlertSummary> chosen, List<AlertSummary> others) {
        return Stream.concat(chosen.stream(), others.stream()).distinct().toList();
    }

    private Component line(AlertSummary alert) {
        var when = new Div(new Span(words.of(alert.status()) + ", "));
        when.add(TimeText.moment(alert.lastSeenAt()));
        when.addClassNames("muted", "small");
        var texts = new Div(new Span(AlertNavigation.title(alert)), when);
        texts.addClassName("two-lines");
        var line = new Div(new AlertSeverityChip(alert.severity()), texts);
        line.addClassName("card-line");
        return line;
    }
}

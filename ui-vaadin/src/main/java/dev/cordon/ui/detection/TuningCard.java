package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the store is like: when an attack is over, where customers log in, whom it knows. */
class TuningCard extends Card {

    private final Words words = Words.here();
    private final OpenRules page;
    private final Duration operators;
    private final Paragraph outcome = new Paragraph();

    TuningCard(OpenRules page, RuleActions actions) {
        super(Words.here().text("tuning.title"));
        this.page = page;
        this.operators = actions.queries().campaignGap();
        setId("tuning");
        if (page.isEditable()) {
            outcome.setId("tuning-outcome");
            outcome.getElement().setAttribute("role", "alert");
            outcome.setVisible(false);
            with(gap(), networks(), paths(), outcome);
        } else {
            with(facts());
        }
    }

    private Facts facts() {
        var tuning = page.tuning();
        var gap = tuning.campaignGap();
        return new Facts()
                .fact(
                        words.text("tuning.gap"),
                        Moments.here().duration(gap == null ? operators : gap))
                .fact(words.text("tuning.networks"), said(texts(tuning)))
                .fact(words.text("tuning.paths"), said(tuning.accountPaths()));
    }

    private String said(List<String> values) {
        return values.isEmpty() ? words.text("tuning.known") : String.join(", ", values);
    }

    private static List<String> texts(Tuning tuning) {
        return tuning.allowed().stream().map(Allowed::text).toList();
    }

    private IntegerField gap() {
        var field = new IntegerField(words.text("tuning.gap.minutes"));
        field.setId("tuning-gap");
        field.setMin((int) Tuning.SHORTEST_GAP.toMinutes());
        field.setMax((int) Tuning.LONGEST_GAP.toMinutes());
        field.setWidthFull();
        var gap = page.tuning().campaignGap();
        field.setValue(gap == null ? null : (int) gap.toMinutes());
        field.setPlaceholder(String.valueOf(operators.toMinutes()));
        field.setHelperText(words.text("tuning.gap.help"));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(
                changed -> {
                    if (changed.isFromClient() && !field.isInvalid()) {
                        var value = changed.getValue();
                        var minutes = value == null ? null : Duration.ofMinutes(value);
                        change(minutes, page.tuning().accountPaths(), page.tuning().allowed());
                    }
                });
        return field;
    }

    private TextArea networks() {
        var field = lines("tuning-networks", "tuning.networks", texts(page.tuning()));
        field.setHelperText(words.text("tuning.networks.help"));
        field.addValueChangeListener(
                changed -> {
                    if (changed.isFromClient()) {
                        networks(changed.getValue());
                    }
                });
        return field;
    }

    private void networks(String typed) {
        try {
            var all = split(typed).stream().map(Allowed::of).toList();
            change(page.tuning().campaignGap(), page.tuning().accountPaths(), all);
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    private TextArea paths() {
        var field = lines("tuning-paths", "tuning.paths", page.tuning().accountPaths());
        field.setHelperText(words.text("tuning.paths.help"));
        field.addValueChangeListener(
                changed -> {
                    if (changed.isFromClient()) {
                        change(
                                page.tuning().campaignGap(),
                                split(changed.getValue()),
                                page.tuning().allowed());
                    }
                });
        return field;
    }

    private void change(@Nullable Duration gap, List<String> paths, List<Allowed> allowed) {
        try {
            page.change(tuning -> tuning.about(gap, paths, allowed));
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    /** The domain's sentence names what is wrong with what was typed. */
    private void refuse(IllegalArgumentException why) {
        outcome.setText(words.text("tuning.refused", String.valueOf(why.getMessage())));
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
    }

    private TextArea lines(String id, String key, List<String> values) {
        var field = new TextArea(words.text(key));
        field.setId(id);
        field.setWidthFull();
        field.setMaxLength(20_000);
        field.setValue(String.join("\n", values));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        return field;
    }

    private static List<String> split(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}

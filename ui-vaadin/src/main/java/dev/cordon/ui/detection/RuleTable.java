package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.detection.RuleLine;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.PhoneColumn;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;

/** Every rule that raises alerts: what it takes to fire, what came of it, and whether it is on. */
class RuleTable extends Card {

    private final Words words = Words.here();
    private final Moments moments = Moments.here();
    private final OpenRules page;

    RuleTable(OpenRules page, RuleActions actions) {
        super(Words.here().text("rules.table"));
        this.page = page;
        setId("rule-table");
        var lines = actions.queries().rules(page.store(), page.tuning());
        aside(words.text("rules.count", lines.size()));
        var note = new Paragraph(words.text("rules.health.note"));
        note.addClassNames("small", "muted");
        var grid = new Grid<RuleLine>();
        grid.setId("rules");
        grid.addThemeName("wrap-cell-content");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(this::rule))
                .setHeader(words.text("rules.rule"))
                .setFlexGrow(1);
        grid.addColumn(new ComponentRenderer<>(this::threshold))
                .setHeader(words.text("rules.threshold"))
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(this::health))
                .setHeader(words.text("rules.health"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addColumn(new ComponentRenderer<>(this::standing))
                .setHeader(words.text("rules.on"))
                .setWidth("5rem")
                .setFlexGrow(0);
        PhoneColumn.of(
                grid,
                grid.addColumn(new ComponentRenderer<>(this::card))
                        .setHeader(words.text("rules.rule")));
        var found = grid.setItems(lines);
        var search = new TextField();
        search.setId("rules-search");
        search.setPlaceholder(words.text("rules.search"));
        search.setAriaLabel(words.text("rules.search"));
        search.setClearButtonVisible(true);
        search.setValue(page.sought());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                typed -> {
                    page.seek(typed.getValue());
                    found.setFilter(line -> isSought(line, typed.getValue()));
                });
        found.setFilter(line -> isSought(line, page.sought()));
        show(note, search, grid);
    }

    private static boolean isSought(RuleLine line, String typed) {
        var all = line.name() + " " + line.title() + " " + line.description();
        return all.toLowerCase(Locale.ROOT).contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    private Component card(RuleLine line) {
        var card = new Div(rule(line), threshold(line), health(line), switched(line));
        card.addClassName("rule-card");
        return card;
    }

    /** A checkbox below other things needs a word beside it. */
    private Component switched(RuleLine line) {
        var standing = standing(line);
        if (standing instanceof Checkbox box) {
            box.setLabel(words.text("rules.on"));
        }
        return standing;
    }

    private Component rule(RuleLine line) {
        var title = new Span(line.title());
        title.addClassName("strong");
        var name = new Mono(line.name());
        name.addClassName("small");
        var cell = new Div(title, name);
        cell.addClassName("lines");
        if (!line.description().isEmpty()) {
            cell.add(small(line.description()));
        }
        if (!line.falsePositives().isEmpty()) {
            cell.add(small(words.text("rules.fp", String.join("; ", line.falsePositives()))));
        }
        if (line.isOwn()) {
            cell.add(new Chip(Tone.PLAIN, words.text("rules.own")));
        }
        return cell;
    }

    private static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("small", "muted");
        return span;
    }

    private Component threshold(RuleLine line) {
        var own = line.threshold();
        var window = line.window();
        if (own == null || window == null) {
            return small(words.text("rules.once"));
        }
        var tuned = line.tuned();
        var within = words.text("rules.within", moments.duration(window));
        if (!page.isEditable()) {
            var cell = new Div(new Span((tuned == null ? own : tuned) + " " + within));
            cell.addClassName("lines");
            if (tuned != null) {
                cell.add(new Chip(Tone.MED, words.text("rules.tuned", own)));
            }
            return cell;
        }
        var field = new IntegerField();
        field.setId("threshold-" + line.name());
        field.setAriaLabel(words.text("rules.threshold.of", line.title()));
        field.setMin(Tuning.LOWEST);
        field.setMax(Tuning.HIGHEST);
        field.setStepButtonsVisible(true);
        field.setValue(tuned == null ? own : tuned);
        field.setHelperText(words.text("rules.threshold.help", within, own));
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(
                changed -> {
                    var value = changed.getValue();
                    if (changed.isFromClient() && !field.isInvalid()) {
                        var count = value == null || value.equals(own) ? null : value;
                        page.change(tuning -> tuning.counting(line.name(), count));
                    }
                });
        return field;
    }

    private Component health(RuleLine line) {
        var health = line.health();
        var cell = new Div(new Span(words.text("rules.alerts", health.alerts())));
        cell.addClassName("lines");
        if (health.judged() > 0) {
            cell.add(small(words.text("rules.judged", health.falsePositives(), health.judged())));
        }
        if (health.lines() != null && health.share() != null) {
            cell.add(small(words.text("rules.lines", health.lines(), health.share())));
        }
        return cell;
    }

    private Component standing(RuleLine line) {
        if (!page.isEditable()) {
            return line.isOn()
                    ? new Chip(Tone.OK, words.text("rules.is.on"))
                    : new Chip(Tone.MED, words.text("rules.is.off"));
        }
        var box = new Checkbox(line.isOn());
        box.setId("on-" + line.name());
        box.setAriaLabel(words.text("rules.on.of", line.title()));
        box.addValueChangeListener(
                changed -> {
                    if (changed.isFromClient()) {
                        page.change(tuning -> tuning.switched(line.name(), changed.getValue()));
                    }
                });
        return box;
    }
}

package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.ui.kernel.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How a log is written: chosen by name, recognized from some of its lines, or one's own string. */
class FormatField extends Div {

    /** Stands in the list for a format string of one's own. */
    private static final String OWN = "own";

    private static final int LONGEST_SAMPLE = 64 * 1024;

    private final Words words = Words.here();
    private final FormatWords formats = new FormatWords(words);
    private final Select<String> named = new Select<>();
    private final TextField own = new TextField(words.text("source.format.own"));
    private final TextArea sample = new TextArea(words.text("source.sample"));
    private final Paragraph recognized = new Paragraph();
    private final Runnable changed;

    /**
     * @param changed called when another format was chosen
     */
    FormatField(Runnable changed) {
        this.changed = changed;
        addClassName("format-field");
        sample.setId("source-sample");
        sample.setHelperText(words.text("source.sample.help"));
        sample.setPlaceholder(
                "192.0.2.7 - - [23/Nov/2026:08:00:00 +0000] \"GET / HTTP/1.1\" 200 512 …");
        sample.setMaxLength(LONGEST_SAMPLE);
        sample.setMinRows(2);
        sample.setMaxRows(5);
        sample.setWidthFull();
        sample.addClassName("lines-typed");
        sample.setValueChangeMode(ValueChangeMode.LAZY);
        sample.addValueChangeListener(_ -> recognize());
        recognized.setId("source-recognized");
        recognized.getElement().setAttribute("role", "status");
        recognized.setVisible(false);
        var items = new ArrayList<>(LogFormat.names());
        items.add(OWN);
        named.setId("source-format");
        named.setLabel(words.text("source.format"));
        named.setItems(items);
        named.setItemLabelGenerator(
                each -> each.equals(OWN) ? words.text("logformat.own") : formats.name(each));
        named.setWidthFull();
        named.setValue(LogFormat.COMBINED.text());
        named.addValueChangeListener(_ -> paint());
        own.setId("source-format-own");
        own.setHelperText(words.text("source.format.own.help"));
        own.setPlaceholder("nginx:$remote_addr - $remote_user [$time_local] …");
        own.setMaxLength(LogFormat.LONGEST);
        own.setWidthFull();
        own.addValueChangeListener(_ -> changed.run());
        add(sample, recognized, named, own);
        own.setVisible(false);
    }

    /** The one that is chosen; null while a string of one's own is none. */
    @Nullable LogFormat format() {
        try {
            return parsed();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The one that is chosen; null if none is.
     *
     * @throws IllegalArgumentException with a sentence if a string of one's own is no format
     */
    @Nullable LogFormat parsed() {
        var chosen = named.getValue();
        if (chosen == null) {
            return null;
        }
        return LogFormat.of(chosen.equals(OWN) ? own.getValue() : chosen);
    }

    private void recognize() {
        var lines = sample.getValue();
        recognized.setVisible(!lines.isBlank());
        if (lines.isBlank()) {
            return;
        }
        var found = LogFormat.recognise((lines.strip() + "\n").getBytes(StandardCharsets.UTF_8));
        recognized.removeClassNames("ok", "med");
        recognized.addClassNames("note", found.isPresent() ? "ok" : "med");
        recognized.setText(
                found.map(format -> words.text("source.recognized", formats.name(format)))
                        .orElseGet(() -> words.text("source.unrecognized")));
        found.ifPresent(this::choose);
    }

    private void choose(LogFormat format) {
        boolean isNamed = LogFormat.names().contains(format.text());
        own.setValue(isNamed ? "" : format.text());
        named.setValue(isNamed ? format.text() : OWN);
        paint();
    }

    private void paint() {
        own.setVisible(OWN.equals(named.getValue()));
        changed.run();
    }
}

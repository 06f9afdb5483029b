package dev.cordon.ui.evidence;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How something was taken, as far as its collector knows; all of it may stay empty. Times are UTC.
 */
class TakenFields extends Div {

    private final Words words = Words.here();
    private final DateTimePicker takenAt = moment("taken-at");
    private final DateTimePicker coversFrom = moment("covers-from");
    private final DateTimePicker coversTo = moment("covers-to");
    private final TextField tool = line("tool");
    private final TextField command = line("command");
    private final NumberField drift = new NumberField(words.text("upload.drift"));
    private final TextArea covers = new TextArea(words.text("upload.covers"));

    TakenFields() {
        drift.setId("upload-drift");
        drift.setHelperText(words.text("upload.drift.help"));
        drift.setWidthFull();
        covers.setId("upload-covers");
        covers.setHelperText(words.text("upload.covers.help"));
        covers.setWidthFull();
        add(takenAt, tool, command, drift, coversFrom, coversTo, covers);
    }

    private DateTimePicker moment(String name) {
        var field = new DateTimePicker(words.text("upload." + name));
        field.setId("upload-" + name);
        field.setWidthFull();
        return field;
    }

    private TextField line(String name) {
        var field = new TextField(words.text("upload." + name));
        field.setId("upload-" + name);
        field.setHelperText(words.text("upload." + name + ".help"));
        field.setMaxLength(500);
        field.setWidthFull();
        return field;
    }

    void suggest(@Nullable Instant at) {
        if (at != null && takenAt.isEmpty()) {
            takenAt.setValue(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        }
    }

    /**
     * @throws IllegalArgumentException if what it covers is not understood
     */
    CollectEvidence.Command about(
            IncidentId incident,
            EvidenceKind kind,
            String title,
            String source,
            String purpose,
            boolean suspected) {
        var seconds = drift.getValue();
        return new CollectEvidence.Command(
                incident,
                kind,
                title,
                "",
                source,
                instant(takenAt),
                tool.getValue().strip(),
                command.getValue().strip(),
                seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000)),
                instant(coversFrom),
                instant(coversTo),
                Coverage.parse(covers.getValue()),
                suspected,
                purpose);
    }

    private static @Nullable Instant instant(DateTimePicker field) {
        var value = field.getValue();
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}

package dev.cordon.ui.evidence;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.PreservationGate;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step is called and what it destroys, a line each. Times are UTC. */
class LossFields extends Div {

    private static final int LONGEST_STEP = 200;

    private final Words words = Words.here();
    private final TextField step = new TextField(words.text("preservation.step"));
    private final TextArea losses = new TextArea(words.text("preservation.losses"));
    private final DateTimePicker from = moment("from");
    private final DateTimePicker to = moment("to");
    private final DateTimePicker changed = moment("changed");

    LossFields() {
        step.setId("preservation-step");
        step.setHelperText(words.text("preservation.step.help"));
        step.setErrorMessage(words.text("preservation.step.missing"));
        step.setRequiredIndicatorVisible(true);
        step.setMaxLength(LONGEST_STEP);
        step.setWidthFull();
        losses.setId("preservation-losses");
        losses.setHelperText(words.text("preservation.losses.help"));
        losses.setRequiredIndicatorVisible(true);
        losses.setMinRows(3);
        losses.setWidthFull();
        from.setErrorMessage(words.text("preservation.times.missing"));
        add(step, losses, changed, from, to);
    }

    private DateTimePicker moment(String name) {
        var field = new DateTimePicker(words.text("preservation." + name));
        field.setId("preservation-" + name);
        field.setWidthFull();
        return field;
    }

    /** A step and what it destroys. */
    record Asked(String step, List<Loss> losses) {}

    /** Empty where something is missing or not understood; the fields say what. */
    Optional<Asked> asked() {
        var lines = losses.getValue().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        step.setInvalid(step.getValue().isBlank());
        from.setInvalid(false);
        losses.setInvalid(false);
        if (lines.isEmpty() || lines.size() > PreservationGate.MOST) {
            return refused(words.text("preservation.losses.count"));
        }
        try {
            var understood = lines.stream().map(this::loss).toList();
            return step.isInvalid()
                    ? Optional.empty()
                    : Optional.of(new Asked(step.getValue().strip(), understood));
        } catch (NotUnderstood line) {
            return refused(words.text("preservation.losses.wrong", line.getMessage()));
        } catch (NoTimes log) {
            from.setInvalid(true);
            return Optional.empty();
        }
    }

    private Optional<Asked> refused(String why) {
        losses.setErrorMessage(why);
        losses.setInvalid(true);
        return Optional.empty();
    }

    /** What may be lost is for {@link Loss} to say; here only, which field is told so. */
    private Loss loss(String line) {
        var subject = subject(line);
        boolean log = subject instanceof Subject.LogOf;
        try {
            return new Loss(
                    subject,
                    log ? instant(from) : null,
                    log ? instant(to) : null,
                    instant(changed));
        } catch (IllegalArgumentException refused) {
            throw log ? new NoTimes() : new NotUnderstood(line);
        }
    }

    private static Subject subject(String line) {
        try {
            return Subject.of(line);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(line);
        }
    }

    private static @Nullable Instant instant(DateTimePicker field) {
        var value = field.getValue();
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    private static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String line) {
            super(line);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final class NoTimes extends RuntimeException {}
}

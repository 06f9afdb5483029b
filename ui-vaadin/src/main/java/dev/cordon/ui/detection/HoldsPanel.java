package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.PlaceLegalHold;
import dev.cordon.application.detection.ReleaseLegalHold;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What forbids to delete a log's lines, and the means to place and release it. */
class HoldsPanel extends Div {

    private final Words words = Words.here();
    private final KeepingActions actions;
    private final LogSource log;
    private final Div holds = new Div();
    private final TextField reason = new TextField(words.text("hold.reason"));

    HoldsPanel(KeepingActions actions, LogSource log) {
        this.actions = actions;
        this.log = log;
        setId("holds");
        reason.setId("hold-reason");
        reason.setErrorMessage(words.text("hold.reason.missing"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        add(new H3(words.text("hold.title")), holds);
        boolean mayPlace = actions.caller().may(Permission.EVIDENCE_COLLECT);
        if (mayPlace || actions.caller().may(Permission.INCIDENT_COMMAND)) {
            add(reason);
        }
        if (mayPlace) {
            add(place("hold-log", "hold.log", log.id()), place("hold-store", "hold.store", null));
        }
        paint();
    }

    private Button place(String id, String text, @Nullable SourceId source) {
        var place =
                new Button(
                        words.text(text),
                        _ ->
                                withReason(
                                        why ->
                                                actions.place()
                                                        .place(
                                                                new PlaceLegalHold.Command(
                                                                        log.store(),
                                                                        source,
                                                                        why))));
        place.setId(id);
        return place;
    }

    private void paint() {
        holds.removeAll();
        var active = actions.queries().keeping(log.id()).holds();
        if (active.isEmpty()) {
            var none = new Paragraph(words.text("hold.none"));
            none.addClassName("muted");
            holds.add(none);
        }
        active.forEach(hold -> holds.add(row(hold)));
    }

    private Row row(LegalHold hold) {
        var what =
                words.text(hold.source() == null ? "hold.of.store" : "hold.of.log", hold.reason());
        var by =
                words.text(
                        "hold.by",
                        actions.names().names().of(hold.by()),
                        Moments.here().moment(hold.at()));
        if (!actions.caller().may(Permission.INCIDENT_COMMAND)) {
            return new Row(Row.two(what, by));
        }
        var release =
                new Button(words.text("hold.release"), _ -> withReason(why -> release(hold, why)));
        release.setId("release-" + hold.id());
        release.addThemeVariants(ButtonVariant.TERTIARY);
        return new Row(Row.two(what, by), release);
    }

    private void release(LegalHold hold, String why) {
        actions.release().release(new ReleaseLegalHold.Command(hold.id(), hold.version(), why));
    }

    private void withReason(Consumer<String> work) {
        var why = reason.getValue().strip();
        reason.setInvalid(why.isEmpty());
        if (why.isEmpty()) {
            reason.focus();
            return;
        }
        work.accept(why);
        reason.clear();
        paint();
    }
}

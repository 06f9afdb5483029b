package dev.cordon.ui.incident;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.incident.AddNote;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Where one writes down what happened; says before saving how the time was understood. */
class EntryBox extends Div {

    private static final int LONGEST = 4_000;

    private final Words words = Words.here();
    private final TextArea text = new TextArea();
    private final OpenIncident page;
    private final AddNote note;
    private final InstantSource clock;

    EntryBox(OpenIncident page, AddNote note, InstantSource clock) {
        this.page = page;
        this.note = note;
        this.clock = clock;
        addClassName("entry");
        text.setId("entry");
        text.setAriaLabel(words.text("entry.label"));
        text.setPlaceholder(words.text("entry.hint"));
        text.setHelperText(words.text("entry.now"));
        text.setMaxLength(LONGEST);
        text.setMinRows(1);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(_ -> sayHowTimeWasRead());
        text.getElement().setAttribute("data-key", "t").setAttribute("data-key-focus", "");
        var save = new Button(words.text("entry.save"), _ -> save());
        save.setId("entry-save");
        Shortcuts.addShortcutListener(text, this::save, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(text);
        add(text, save);
    }

    private void sayHowTimeWasRead() {
        var at = read().at();
        text.setInvalid(false);
        if (at == null) {
            text.setHelperText(words.text("entry.now"));
            return;
        }
        var moments = Moments.here();
        text.setHelperText(
                words.text("entry.at", moments.exact(at), moments.exact(at, ZoneOffset.UTC)));
    }

    private void save() {
        var entry = read();
        if (entry.text().isEmpty()) {
            text.setInvalid(true);
            text.setErrorMessage(words.text("entry.missing"));
            text.focus();
            return;
        }
        note.add(new AddNote.Command(page.incident().id(), entry.at(), entry.text()));
        text.clear();
        Done.say(words.text("entry.done"));
        page.refresh();
    }

    private EntryTime read() {
        return EntryTime.read(text.getValue(), Moments.here().zone(), clock.instant());
    }
}

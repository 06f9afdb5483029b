package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.ui.kernel.Words;

/** What can be done with the chosen alerts, or how to undo what was done last. */
class AlertBar extends Div {

    /** What the keys and buttons do. */
    interface Deeds {
        void take();

        void dismiss();

        void merge();

        void clear();

        void undo();
    }

    private final Words words = Words.here();
    private final Deeds deeds;
    private final Span text = new Span();

    AlertBar(Deeds deeds) {
        this.deeds = deeds;
        setId("alert-bar");
        addClassName("bar");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", words.text("bar.label"));
        text.setId("alert-bar-text");
        text.getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Nothing is chosen, and nothing is to be undone. */
    void hide() {
        setVisible(false);
    }

    void offer(int chosen) {
        show(
                words.text("bar.chosen", chosen),
                button("take", "a", deeds::take),
                button("dismiss", "x", deeds::dismiss),
                button("merge", "m", deeds::merge),
                button("clear", "Escape", deeds::clear));
    }

    /** Stays until the next deed: what was done to many must not be missed. */
    void offerUndo(String done) {
        show(done, button("undo", "u", deeds::undo), button("close", "Escape", this::hide));
    }

    private void show(String said, Button... buttons) {
        removeAll();
        text.setText(said);
        var all = new Div(buttons);
        all.addClassName("buttons");
        add(text, all);
        setVisible(true);
    }

    private Button button(String name, String key, Runnable pressed) {
        var button = new Button(words.text("bar." + name), _ -> pressed.run());
        button.setId("bar-" + name);
        button.getElement().setAttribute("data-key", key);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}

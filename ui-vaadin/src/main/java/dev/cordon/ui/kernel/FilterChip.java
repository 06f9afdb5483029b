package dev.cordon.ui.kernel;

import com.vaadin.flow.component.html.NativeButton;

/** A filter that is on or off. */
public class FilterChip extends NativeButton {

    public FilterChip(String id, String text, Runnable pressed) {
        super(text, _ -> pressed.run());
        setId(id);
        addClassName("filter");
        setOn(false);
    }

    public final void setOn(boolean on) {
        getElement().setAttribute("aria-pressed", Boolean.toString(on));
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.html.Span;

/** A few words on a soft color. */
public class Chip extends Span {

    public Chip(Tone tone, String text) {
        super(text);
        addClassNames("chip", tone.css());
    }
}

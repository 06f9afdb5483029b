package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What an empty place says: what it is for, and what to do. */
public class EmptyState extends Div {

    public EmptyState(String title, String teaching, Component... actions) {
        addClassName("empty");
        var heading = new Paragraph(title);
        heading.addClassName("title");
        add(heading, new Paragraph(teaching));
        add(actions);
    }
}

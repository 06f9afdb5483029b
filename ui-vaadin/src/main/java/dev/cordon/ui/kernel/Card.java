package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A surface with a heading and what stands below it. */
public class Card extends Section {

    private final Div body = new Div();
    private final Span aside = new Span();

    public Card(String title) {
        addClassName("card");
        aside.addClassName("aside");
        body.addClassName("body");
        var heading = new Div(new H2(title), aside);
        heading.addClassName("heading");
        super.add(heading, body);
        getElement().setAttribute("aria-label", title);
    }

    /** The few words on the right of the heading. */
    public Card aside(String text) {
        aside.setText(text);
        return this;
    }

    /** Puts something in the place of all that stood below the heading. */
    public void show(Component... content) {
        body.removeAll();
        body.add(content);
    }

    public Card with(Component... content) {
        body.add(content);
        return this;
    }
}

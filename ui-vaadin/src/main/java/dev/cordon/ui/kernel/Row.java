package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A line in a card: what it is on the left, what belongs to it on the right. */
public class Row extends Div {

    public Row(Component left, Component... right) {
        addClassName("row");
        add(left);
        add(right);
    }

    /** A line of bold text over a line of muted text. */
    public static Component two(Component first, Component second) {
        second.addClassName("muted");
        second.addClassName("small");
        var both = new Div(first, second);
        both.addClassName("two-lines");
        return both;
    }

    public static Component two(String first, String second) {
        return two(new Span(first), new Span(second));
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** A page's one heading, a line below it, and what can be done on the right. */
public class PageHead extends Div {

    private final H1 title = new H1();
    private final Paragraph line = new Paragraph();

    public PageHead(String title, String line, Component... actions) {
        addClassName("page-head");
        this.line.addClassName("muted");
        var texts = new Div(this.title, this.line);
        texts.addClassName("texts");
        var right = new Div(actions);
        right.addClassName("actions");
        add(texts, right);
        say(title, line);
    }

    public final void say(String title, String line) {
        this.title.setText(title);
        this.line.setText(line);
        this.line.setVisible(!line.isEmpty());
    }
}

package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.cordon.ui.kernel.Words;

/** A page that says what happened, what was not lost, and where to go. */
abstract class KindPage extends Div implements HasDynamicTitle {

    private final Words words = Words.here();
    private String title = "";

    final int say(int status, String key, Object... values) {
        addClassName("page");
        title = words.text(key + ".title");
        removeAll();
        var home = new Anchor("", words.text("kind.home"));
        home.setId("home");
        add(new H1(title), new Paragraph(words.text(key + ".text", values)), home);
        return status;
    }

    final Words words() {
        return words;
    }

    @Override
    public String getPageTitle() {
        return title + " · Cordon";
    }
}

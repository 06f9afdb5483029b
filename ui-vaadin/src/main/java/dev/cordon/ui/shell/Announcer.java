package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Div;

/** Tells a screen reader what changed without moving the focus. */
class Announcer extends Div {

    Announcer() {
        setId("announcer");
        addClassName("sr-only");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Empty says nothing. */
    void say(String news) {
        if (!news.isEmpty()) {
            setText(news);
        }
    }
}

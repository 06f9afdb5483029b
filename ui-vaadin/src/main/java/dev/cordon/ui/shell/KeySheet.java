package dev.cordon.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Words;

/** The keys, on one sheet. */
class KeySheet extends Dialog {

    private final Words words = Words.here();

    KeySheet() {
        setId("key-sheet");
        setHeaderTitle(words.text("keys.title"));
        var keys = new Facts();
        keys.fact(words.text("keys.palette"), key("Ctrl K"));
        for (var place : Place.values()) {
            keys.fact(words.of(place), key("g " + place.key()));
        }
        for (var action :
                new String[] {"j", "k", " ", "a", "x", "m", "s", "u", "e", "t", "/", "?"}) {
            keys.fact(words.text("keys." + named(action)), key(shown(action)));
        }
        keys.fact(words.text("keys.escape"), key("Esc"));
        // Who cannot see all of it at once scrolls it by keys too.
        keys.getElement().setAttribute("tabindex", "0");
        add(keys);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("key-sheet-close");
        getFooter().add(close);
    }

    private static String named(String action) {
        return switch (action) {
            case "?" -> "sheet";
            case "/" -> "search";
            case " " -> "space";
            default -> action;
        };
    }

    private static String shown(String action) {
        return action.isBlank() ? Words.here().text("keys.space.name") : action;
    }

    private static Span key(String key) {
        var span = new Span(key);
        span.addClassName("kbd");
        return span;
    }
}

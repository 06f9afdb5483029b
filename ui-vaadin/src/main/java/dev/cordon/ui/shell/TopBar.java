package dev.cordon.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.cordon.ui.kernel.Words;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Search, and who is here. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TopBar extends Header {

    private final Button menu = new Button(VaadinIcon.MENU.create());

    TopBar(Palette palette, ViewerMenu viewer) {
        var words = Words.here();
        addClassName("top");
        menu.setId("menu");
        menu.addClassName("menu");
        menu.addThemeVariants(ButtonVariant.TERTIARY);
        menu.setAriaLabel(words.text("shell.menu"));
        var help = new Button("?", _ -> new KeySheet().open());
        help.setId("keys");
        help.addClassName("keys");
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.setAriaLabel(words.text("keys.title"));
        help.getElement().setAttribute("data-key", "?");
        var space = new Div();
        space.addClassName("space");
        add(menu, search(words, palette), space, help, viewer);
    }

    void onMenu(Runnable toggle) {
        menu.addClickListener(_ -> toggle.run());
    }

    private static NativeButton search(Words words, Palette palette) {
        var key = new Span("Ctrl K");
        key.addClassName("kbd");
        var search = new NativeButton("", _ -> palette.open());
        search.setId("search");
        search.addClassName("search");
        search.add(new Span(words.text("palette.open")), key);
        search.getElement().setAttribute("data-key", "mod+k");
        return search;
    }
}

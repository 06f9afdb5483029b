package dev.cordon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.people.Role;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Who is logged in and as what; language, colors and the way out. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ViewerMenu extends MenuBar {

    private final Words words = Words.here();
    private final AuthenticationContext authentication;

    ViewerMenu(AuthenticationContext authentication, Caller caller, NameBook book) {
        this.authentication = authentication;
        setId("viewer");
        addThemeVariants(MenuBarVariant.TERTIARY);
        var names = book.names();
        var disc = new Span(names.initials(caller.actor()));
        disc.addClassName("av");
        disc.getElement().setAttribute("aria-hidden", "true");
        var who = new Span(names.of(caller.actor()) + " · " + roles());
        who.addClassName("who-text");
        var label = new Div(disc, who);
        label.addClassName("who");
        var top = addItem(label);
        languages(top);
        colors(top);
        top.getSubMenu()
                .addItem(words.text("viewer.logout"), _ -> this.authentication.logout())
                .setId("logout");
    }

    private String roles() {
        return authentication.getGrantedRoles().stream()
                .flatMap(name -> Role.of(name).stream())
                .map(words::of)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void languages(MenuItem top) {
        var menu = top.getSubMenu().addItem(words.text("viewer.language")).getSubMenu();
        for (var language : Words.LANGUAGES) {
            var item = menu.addItem(language.getDisplayLanguage(language), _ -> speak(language));
            item.setId("language-" + language.getLanguage());
            item.setCheckable(true);
            item.setChecked(language.equals(words.locale()));
        }
    }

    private static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    private void colors(MenuItem top) {
        var menu = top.getSubMenu().addItem(words.text("viewer.colors")).getSubMenu();
        menu.addItem(words.text("viewer.colors.system"), _ -> paint(ColorScheme.Value.LIGHT_DARK));
        menu.addItem(words.text("viewer.colors.light"), _ -> paint(ColorScheme.Value.LIGHT));
        menu.addItem(words.text("viewer.colors.dark"), _ -> paint(ColorScheme.Value.DARK));
    }

    private static void paint(ColorScheme.Value scheme) {
        var page = UI.getCurrent().getPage();
        page.setColorScheme(scheme);
        page.executeJs("window.cordon.remember($0)", scheme.getValue());
    }
}

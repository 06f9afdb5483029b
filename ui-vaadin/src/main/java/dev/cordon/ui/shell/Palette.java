package dev.cordon.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouteConfiguration;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.kernel.PaletteSource;
import dev.cordon.ui.kernel.PaletteSource.Target;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Goes anywhere by name: type, then Enter for the first. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Palette extends Dialog {

    private static final int MOST = 8;

    private final List<RailEntry> entries;
    private final List<PaletteSource> sources;
    private final Caller caller;
    private final Words words = Words.here();
    private final TextField typed = new TextField();
    private final UnorderedList found = new UnorderedList();
    private List<Target> targets = List.of();

    Palette(List<RailEntry> entries, List<PaletteSource> sources, Caller caller) {
        this.entries = entries;
        this.sources = sources;
        this.caller = caller;
        setId("palette");
        addClassName("palette");
        setHeaderTitle(words.text("palette.title"));
        typed.setId("palette-field");
        typed.setWidthFull();
        typed.setAriaLabel(words.text("palette.title"));
        typed.setPlaceholder(words.text("palette.hint"));
        typed.setValueChangeMode(ValueChangeMode.LAZY);
        typed.setValueChangeTimeout(150);
        typed.addValueChangeListener(_ -> look());
        typed.addKeyPressListener(Key.ENTER, _ -> goToFirst());
        found.setId("palette-found");
        found.addClassName("found");
        add(typed, found);
    }

    @Override
    public void open() {
        typed.clear();
        look();
        super.open();
        typed.focus();
    }

    private void look() {
        var text = typed.getValue().strip();
        targets =
                Stream.concat(pages(text), sources.stream().flatMap(s -> s.targets(text).stream()))
                        .limit(MOST)
                        .toList();
        found.removeAll();
        targets.forEach(target -> found.add(new ListItem(link(target))));
        if (targets.isEmpty()) {
            found.add(new ListItem(new Paragraph(words.text("palette.nothing"))));
        }
    }

    private Stream<Target> pages(String text) {
        var needle = text.toLowerCase(Locale.ROOT);
        var routes = RouteConfiguration.forSessionScope();
        return entries.stream()
                .filter(entry -> caller.may(entry.needed()))
                .filter(e -> words.of(e.place()).toLowerCase(Locale.ROOT).contains(needle))
                .map(
                        entry ->
                                new Target(
                                        words.of(entry.place()),
                                        words.text("palette.page"),
                                        routes.getUrl(entry.view())));
    }

    private Anchor link(Target target) {
        var what = new Span(target.what());
        what.addClassName("muted");
        var link = new Anchor(target.address(), new Span(target.name()), what);
        link.getElement().addEventListener("click", _ -> close());
        return link;
    }

    private void goToFirst() {
        if (!targets.isEmpty()) {
            close();
            UI.getCurrent().navigate(targets.getFirst().address());
        }
    }
}

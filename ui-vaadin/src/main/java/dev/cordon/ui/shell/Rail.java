package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLink;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.Words;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Where one can go: the entries that the viewer may open, with what waits behind them. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Rail extends Nav {

    private final Words words = Words.here();
    private final Map<Place, Integer> counts = new EnumMap<>(Place.class);
    private final List<Item> items;

    Rail(List<RailEntry> contributed, Caller caller) {
        items =
                contributed.stream()
                        .filter(entry -> caller.may(entry.needed()))
                        .sorted(Comparator.comparing(RailEntry::place))
                        .map(this::item)
                        .toList();
        setId("rail");
        addClassName("rail");
        getElement().setAttribute("aria-label", words.text("shell.rail"));
        add(brand());
        items.forEach(this::show);
    }

    void toggle() {
        setClassName("open", !hasClassName("open"));
    }

    void close() {
        removeClassName("open");
    }

    /** Marks the entry below which the viewer is. */
    void mark(Location location) {
        for (var item : items) {
            var here = item.link().getHref().equals(location.getFirstSegment());
            item.link().setClassName("on", here);
            if (here) {
                item.link().getElement().setAttribute("aria-current", "page");
            } else {
                item.link().getElement().removeAttribute("aria-current");
            }
        }
    }

    /** Counts again; answers in words what became more since the last count. */
    String refresh() {
        var news = new StringJoiner(". ");
        for (var item : items) {
            var place = item.entry().place();
            var found = item.entry().badge().get();
            var before = counts.put(place, found.count());
            item.show(found);
            if (before != null && found.count() > before) {
                news.add(words.text("shell.more", words.of(place), found.count()));
            }
        }
        return news.toString();
    }

    private static Anchor brand() {
        var ring = new Span();
        ring.addClassName("ring");
        var brand = new Anchor("", ring, new Span("Cordon"));
        brand.addClassName("brand");
        return brand;
    }

    private Item item(RailEntry entry) {
        var place = entry.place();
        var badge = new Span();
        badge.addClassName("badge");
        badge.setVisible(false);
        var link = new RouterLink(entry.view());
        link.setId("nav-" + place.id());
        link.add(new Span(words.of(place)), badge);
        link.getElement().setAttribute("data-key", "g " + place.key());
        return new Item(entry, link, badge);
    }

    private void show(Item item) {
        if (item.entry().place() == Place.SETTINGS) {
            var grow = new Div();
            grow.addClassName("grow");
            add(grow);
        }
        add(item.link());
    }

    /** One line of the rail. */
    private record Item(RailEntry entry, RouterLink link, Span badge) {

        void show(RailEntry.Badge found) {
            badge.setVisible(found.count() > 0);
            badge.setText(Integer.toString(found.count()));
            badge.setClassName("hot", found.hot());
        }
    }
}

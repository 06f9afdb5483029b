package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.Map;

/** Every attacking address, what it did, and why it is named. */
class AddressTable extends Div {

    private final Words words = Words.here();
    private final Moments moments = Moments.here();

    private final Map<Address, Country> countries;

    /**
     * @param countries where addresses are used, as far as that is known
     */
    AddressTable(Finding finding, Map<Address, Country> countries) {
        this.countries = countries;
        addClassName("addresses");
        add(new H3(words.text("addresses.title", finding.addresses().size())));
        if (finding.attackers().unlisted() > 0) {
            var note =
                    new Paragraph(words.text("addresses.unlisted", finding.attackers().unlisted()));
            note.addClassNames("note", "high");
            add(note);
        }
        if (!countries.isEmpty()) {
            var from = new Paragraph(CountryNames.tally(countries.values(), words));
            from.setId("addresses-countries");
            from.addClassName("small");
            add(from);
        }
        var grid = new Grid<AddressFacts>();
        grid.setId("addresses");
        grid.addThemeName("wrap-cell-content");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(this::address))
                .setHeader(words.text("addresses.address"))
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(this::why))
                .setHeader(words.text("addresses.why"))
                .setFlexGrow(3);
        grid.setItems(finding.addresses());
        add(grid);
    }

    private Component address(AddressFacts facts) {
        var tries = new Span(words.text("addresses.tries", facts.events(), facts.successes()));
        var seen =
                new Span(
                        words.text(
                                "addresses.seen",
                                moments.second(facts.firstSeen()),
                                moments.second(facts.lastSeen())));
        tries.addClassName("small");
        seen.addClassNames("small", "muted");
        var cell = new Div(new Mono(facts.address().toString()));
        var country = countries.get(facts.address());
        if (country != null) {
            var name = new Span(CountryNames.of(country, words));
            name.addClassName("small");
            cell.add(name);
        }
        cell.add(tries, seen);
        cell.addClassName("lines");
        if (facts.successes() > 0) {
            cell.add(new Chip(Tone.CRIT, words.text("addresses.entered")));
        }
        return cell;
    }

    private Component why(AddressFacts facts) {
        var signs = new UnorderedList();
        signs.addClassNames("plain-list", "small");
        facts.signs().stream().map(words::of).map(ListItem::new).forEach(signs::add);
        return signs;
    }
}

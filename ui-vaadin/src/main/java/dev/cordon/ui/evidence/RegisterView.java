package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.evidence.EvidenceRegister;
import dev.cordon.application.evidence.EvidenceRegister.Line;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.incident.IncidentNavigation;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import jakarta.annotation.security.PermitAll;

/** All evidence, whosever incident it belongs to: who answers for it, and how it stands. */
@Route("evidence")
@PermitAll
class RegisterView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final EvidenceRegister register;
    private final NameBook book;
    private final StoreNames stores;
    private final RegisterFilters filters;
    private final LazyGrid<Line> grid;
    private final PageHead head =
            new PageHead(
                    words.text("register.title"),
                    "",
                    new Anchor("evidence/watch", words.text("integrity.link")));

    RegisterView(EvidenceRegister register, NameBook book, StoreNames stores, Caller caller) {
        this.register = register;
        this.book = book;
        this.stores = stores;
        addClassName("page");
        filters = new RegisterFilters(stores.all(), caller.actor(), this::reload);
        grid = new LazyGrid<>(page -> register.list(filters.filter(), page));
        columns();
        add(head, filters, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        reload();
    }

    @Override
    public void refresh() {
        grid.refresh();
        count();
    }

    @Override
    public String getPageTitle() {
        return words.text("register.title") + " · Cordon";
    }

    @Override
    public void reload() {
        grid.reload();
        count();
    }

    private void count() {
        head.say(
                words.text("register.title"),
                words.text("register.count", register.count(filters.filter())));
    }

    private void columns() {
        grid.setId("register");
        grid.cell(words.text("register.item"), this::what)
                .setAutoWidth(false)
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.cell(words.text("register.standing"), this::chips)
                .setAutoWidth(false)
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.text(words.text("register.custodian"), this::custodian);
        grid.cell(words.text("register.received"), line -> TimeText.moment(received(line)));
        grid.cell(words.text("register.checked"), this::checked);
        grid.compact(words.text("register.title"), this::card);
        grid.setEmptyStateComponent(
                new EmptyState(words.text("register.empty"), words.text("register.empty.what")));
    }

    private static java.time.Instant received(Line line) {
        return line.item().acquisition().receivedAt();
    }

    private Component what(Line line) {
        var item = line.item();
        var link =
                new Anchor(
                        IncidentNavigation.address(line.incident(), EvidenceTab.ID),
                        line.incident().value() + " " + item.label() + " " + item.title());
        link.addClassName("strong");
        var name = SaidOf.name(words, item);
        return Row.two(link, new Span(stores.of(item.store()) + " · " + name));
    }

    private Component chips(Line line) {
        return new CustodyChips(line.item(), book.names());
    }

    private String custodian(Line line) {
        return book.names().of(line.item().custody().custodian());
    }

    private Component checked(Line line) {
        if (line.difference() != null) {
            var chip = new Chip(Tone.CRIT, words.text("register.differs"));
            chip.getElement().setAttribute("title", line.difference());
            return chip;
        }
        return line.checkedAt() == null
                ? new Span(words.text("register.unchecked"))
                : TimeText.moment(line.checkedAt());
    }

    private Component card(Line line) {
        var last = new Div(new Span(custodian(line)), TimeText.moment(received(line)));
        if (line.difference() != null) {
            last.add(checked(line));
        }
        last.addClassName("card-line");
        return new Div(what(line), chips(line), last);
    }
}

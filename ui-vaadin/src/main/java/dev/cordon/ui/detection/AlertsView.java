package dev.cordon.ui.detection;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.cordon.application.detection.Alerts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** The alerts, and beside them the one that the address names. */
@Route("alerts/:alert?")
@PermitAll
class AlertsView extends Div
        implements LivePage,
                BeforeEnterObserver,
                HasDynamicTitle,
                AlertDetail.Deeds,
                AlertFilters.Chosen {

    private final Words words = Words.here();
    private final AlertActions actions;
    private final NameBook book;
    private final StoreNames stores;
    private final PageHead head =
            new PageHead(
                    words.of(Place.ALERTS),
                    "",
                    new Anchor("suppressions", words.text("suppressions.link")));
    private final AlertFilters filters;
    private final AlertList list;
    private final Div split = new Div();
    private final BulkTriage bulk;

    private @Nullable AlertDetail detail;

    AlertsView(AlertActions actions, NameBook book, StoreNames stores) {
        this.actions = actions;
        this.book = book;
        this.stores = stores;
        addClassName("page");
        filters = new AlertFilters(stores.all(), this);
        var walk = new Div(step("previous", "k", -1), step("next", "j", 1));
        walk.addClassName("walk");
        filters.add(walk);
        list =
                new AlertList(
                        page -> actions.queries().lines(filter(), page),
                        this::address,
                        book,
                        stores);
        list.addItemClickListener(click -> open(click.getItem().id()));
        bulk = new BulkTriage(actions, list, this::refresh);
        split.addClassName("list-with-detail");
        split.add(list);
        add(head, filters, split, bulk.bar());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        listen(event.getLocation().getQueryParameters());
        var id = event.getRouteParameters().get("alert").orElse(null);
        var alert = id == null ? null : read(id);
        show(alert);
        split.setClassName("open", detail != null);
        list.share(detail != null);
        list.refresh();
        list.mark(alert == null ? null : alert.id());
        count();
    }

    /** The alert that is open already stays as it is: with its tables opened, and its keys. */
    private void show(@Nullable Alert alert) {
        if (detail != null && alert != null && detail.id().equals(alert.id())) {
            detail.refresh();
            detail.lead();
            return;
        }
        if (detail != null) {
            split.remove(detail);
            detail = null;
        }
        if (alert != null) {
            detail = new AlertDetail(alert, actions, book.names(), stores, this);
            split.add(detail);
        }
    }

    /** A link, a colleague's address, or the browser's way back may list something else. */
    private void listen(QueryParameters said) {
        var wanted = ListedAlerts.of(said);
        if (!filters.listed().query().equals(wanted.query())) {
            filters.show(wanted);
            list.reload();
        }
    }

    @Override
    public void refresh() {
        list.refresh();
        count();
        if (detail != null) {
            detail.refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.ALERTS) + " · Cordon";
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void merge(Alert alert) {
        bulk.merge(alert);
    }

    @Override
    public void choose() {
        list.toggleOpen();
    }

    private Alert read(String id) {
        try {
            return actions.queries().alert(AlertId.of(id));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private Button step(String name, String key, int by) {
        var button = new Button(words.text("alerts." + name));
        button.addClickListener(_ -> list.neighbor(by).ifPresent(next -> open(next.id())));
        button.setId("alerts-" + name);
        button.getElement().setAttribute("data-key", key);
        button.getElement().setAttribute("data-key-leaves", "");
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }

    /** What is listed stands in the address; no chip and no letter is a place to go back to. */
    @Override
    public void narrowed() {
        list.reload();
        count();
        if (detail != null) {
            detail.lead();
        }
        getElement().executeJs("window.cordon.address($0)", address(opened()));
    }

    @Override
    public String address(@Nullable AlertId alert) {
        return (alert == null ? "alerts" : AlertNavigation.address(alert))
                + filters.listed().query();
    }

    private @Nullable AlertId opened() {
        return detail == null ? null : detail.id();
    }

    private void open(AlertId id) {
        UI.getCurrent().navigate(AlertNavigation.address(id), filters.listed().said());
    }

    private Alerts.Filter filter() {
        return filters.listed().filter(actions.caller().actor());
    }

    private void count() {
        var found = actions.queries().count(filter());
        head.say(
                words.of(Place.ALERTS),
                found > Alerts.MOST_COUNTED
                        ? words.text("alerts.count.many", Alerts.MOST_COUNTED)
                        : words.text("alerts.count", found));
    }
}

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
        implements LivePage, BeforeEnterObserver, HasDynamicTitle, AlertDetail.Deeds {

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
        filters = new AlertFilters(actions.caller(), stores.all(), this::readAgain);
        filters.add(step("previous", "k", -1), step("next", "j", 1));
        list = new AlertList(page -> actions.queries().lines(filters.filter(), page), book, stores);
        list.addItemClickListener(click -> open(click.getItem().id()));
        bulk = new BulkTriage(actions, list, this::refresh);
        split.addClassName("list-with-detail");
        split.add(list);
        add(head, filters, split, bulk.bar());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (detail != null) {
            split.remove(detail);
            detail = null;
        }
        var id = event.getRouteParameters().get("alert").orElse(null);
        var alert = id == null ? null : read(id);
        if (alert != null) {
            detail = new AlertDetail(alert, actions, book.names(), stores, this);
            split.add(detail);
        }
        split.setClassName("open", detail != null);
        list.refresh();
        list.mark(alert == null ? null : alert.id());
        count();
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
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }

    private static void open(AlertId id) {
        UI.getCurrent().navigate(AlertNavigation.address(id));
    }

    private void readAgain() {
        list.reload();
        count();
    }

    private void count() {
        var found = actions.queries().count(filters.filter());
        head.say(
                words.of(Place.ALERTS),
                found > Alerts.MOST_COUNTED
                        ? words.text("alerts.count.many", Alerts.MOST_COUNTED)
                        : words.text("alerts.count", found));
    }
}

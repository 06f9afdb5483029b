package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.store.CheckConnection;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One store: how it is reached, and exactly what its keys may and may not do. */
@Route("stores/:store")
@PermitAll
class StoreView extends Div implements LivePage, BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final StoreActions actions;
    private final PageHead head;
    private final StoreParts parts;
    private final Card abilities = new Card(words.text("store.abilities"));
    private final Card facts = new Card(words.text("store.facts"));
    private final Card system = new Card(words.text("store.system"));
    private final Shown<StoreDetail> shown = new Shown<>();
    private @Nullable StoreDetail detail;

    StoreView(StoreActions actions, List<StorePart> parts) {
        this.actions = actions;
        this.parts = new StoreParts(parts);
        this.head = new PageHead("", "", buttons());
        addClassNames("page", "split");
        abilities.setId("abilities");
        var main = new Div(this.parts, abilities);
        main.addClassName("column");
        var side = new Div(facts, system);
        side.addClassName("column");
        add(head, main, side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        detail = actions.queries().store(id(event));
        refresh();
    }

    @Override
    public void refresh() {
        var now = actions.queries().store(store().id());
        detail = now;
        if (shown.isNew(now)) {
            var store = now.store();
            head.say(store.name(), store.url().toString());
            facts.show(factsOf(now));
            showCheck(now.lastCheck());
        }
        parts.show(store());
    }

    @Override
    public String getPageTitle() {
        return detail == null ? "Cordon" : store().name() + " · Cordon";
    }

    private Store store() {
        return Objects.requireNonNull(detail, "set before the page is shown").store();
    }

    private Component[] buttons() {
        if (!actions.caller().may(Permission.STORE_MANAGE)) {
            return new Component[0];
        }
        var check = new Button(words.text("store.check"), click -> check(click.getSource()));
        check.setId("check");
        check.setDisableOnClick(true);
        check.addThemeVariants(ButtonVariant.PRIMARY);
        var edit =
                new Button(
                        words.text("store.edit"),
                        _ -> new EditStoreDialog(store(), actions, this::refresh).open());
        edit.setId("edit");
        return new Component[] {edit, check};
    }

    private void check(Button pressed) {
        try {
            actions.check().check(new CheckConnection.Command(store().id()));
        } finally {
            pressed.setEnabled(true);
        }
        Done.say(words.text("store.checked"));
        refresh();
    }

    private Facts factsOf(StoreDetail now) {
        var store = now.store();
        return new Facts()
                .fact(words.text("store.environment"), words.of(store.environment()))
                .fact(words.text("store.zone"), store.zone().getId())
                .fact(
                        words.text("store.language"),
                        store.language().getDisplayLanguage(words.locale()))
                .fact(words.text("store.contact"), store.contact().value())
                .fact(words.text("store.twin"), twin(store));
    }

    private Component twin(Store store) {
        var id = store.twin();
        if (id == null) {
            return new Span(words.text("store.twin.none"));
        }
        return new Anchor("stores/" + id, actions.names().of(id));
    }

    private void showCheck(@Nullable ConnectionReport report) {
        if (report == null) {
            abilities.show(
                    new EmptyState(
                            words.text("store.unchecked"), words.text("store.unchecked.what")));
            system.show(new Span(words.text("store.system.none")));
            return;
        }
        abilities.show(new Doctor(report));
        var when = new Div(new Span(words.text("store.checked.at") + " "));
        when.add(TimeText.moment(report.at()));
        when.addClassNames("small", "muted");
        system.show(SystemFacts.of(report.facts()), when);
    }

    private static StoreId id(BeforeEnterEvent event) {
        try {
            return StoreId.of(event.getRouteParameters().get("store").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}

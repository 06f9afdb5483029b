package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.TakeInventory;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.inventory.Inventory;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.ui.kernel.Busy;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LongWork;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What there is in a store, kind by kind, and how it differs from what was approved. */
@Route("stores/:store/inventory")
@PermitAll
class InventoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final InventoryActions actions;
    private final PageHead head;
    private final Card state = new Card(words.text("inventory.state"));
    private final Busy busy = new Busy("inventory-busy");
    private final Div main = new Div();
    private final Button files = button("inventory.look.files", true);
    private @Nullable Store store;

    InventoryView(InventoryActions actions) {
        this.actions = actions;
        this.head = new PageHead("", "", buttons());
        addClassNames("page", "split");
        state.setId("inventory-state");
        main.setId("inventory-items");
        main.addClassName("column");
        var side = new Div(state, busy);
        side.addClassName("column");
        add(head, main, side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var id = StoreId.of(event.getRouteParameters().get("store").orElseThrow());
            var detail = actions.stores().store(id);
            store = detail.store();
            files.setVisible(detail.connections().stream().anyMatch(InventoryView::listsFiles));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        head.say(words.text("inventory.title"), store().name());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.text("inventory.title") + " · Cordon";
    }

    private static boolean listsFiles(StoreQueries.Kept connection) {
        return connection.kind() == ConnectionKind.SHELL
                || connection.kind() == ConnectionKind.SENSOR;
    }

    private Store store() {
        return Objects.requireNonNull(store, "set before the page is shown");
    }

    private Component[] buttons() {
        if (!actions.caller().may(Permission.STORE_MANAGE)) {
            return new Component[0];
        }
        var look = button("inventory.look", false);
        look.setId("inventory-look");
        files.setId("inventory-look-files");
        return new Component[] {files, look};
    }

    private Button button(String text, boolean files) {
        var button = new Button(words.text(text), click -> look(click.getSource(), files));
        button.setDisableOnClick(true);
        return button;
    }

    private void look(Button pressed, boolean files) {
        var command = new TakeInventory.Command(store().id(), files);
        busy.begin(words.text("inventory.looking"));
        actions.work()
                .run(
                        _ -> {
                            actions.take().take(command);
                            return true;
                        },
                        new Looking(pressed));
    }

    /** Many files take minutes; the page can be left meanwhile. */
    private final class Looking implements LongWork.Waiting<Boolean> {

        private final Button pressed;

        Looking(Button pressed) {
            this.pressed = pressed;
        }

        @Override
        public void done(Boolean looked) {
            stopped();
            Done.say(words.text("inventory.looked"));
            refresh();
        }

        @Override
        public void failed(IOException why) {
            stopped();
            refresh();
        }

        @Override
        public void stopped() {
            busy.end();
            pressed.setEnabled(true);
        }
    }

    private void refresh() {
        var shown = actions.queries().inventory(store().id());
        var latest = shown.latest();
        state.show(InventoryState.chip(shown), InventoryState.facts(shown));
        var stoppedBy = latest == null ? null : latest.stoppedBy();
        if (stoppedBy != null) {
            var note = new Paragraph(words.text("inventory.stopped", Reasons.recorded(stoppedBy)));
            note.setId("inventory-stopped");
            note.addClassNames("note", "high");
            state.with(note);
        }
        state.with(new Div(new Anchor("stores/" + store().id(), store().name())));
        main.removeAll();
        var inventory = latest == null ? null : latest.inventory();
        if (inventory == null) {
            var empty = new Card(words.text("inventory.items"));
            empty.show(
                    new EmptyState(
                            words.text("inventory.none"), words.text("inventory.none.what")));
            main.add(empty);
        } else {
            main.add(new DifferencesCard(actions, store(), shown, this::refresh));
            main.add(new ExposuresCard(actions.exposures().exposures(store().id()), actions));
            for (var kind : ItemKind.values()) {
                main.add(card(inventory, kind));
            }
        }
    }

    private Card card(Inventory inventory, ItemKind kind) {
        var sight = inventory.sight(kind);
        var items = inventory.items(kind);
        var card = new Card(words.of(kind));
        card.setId("inventory-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        card.aside(InventoryState.sight(sight, items.size()));
        var rows = new ArrayList<Component>();
        var blindness = InventoryState.blindness(sight);
        if (blindness != null) {
            var note = new Paragraph(blindness);
            note.addClassName("muted");
            rows.add(note);
        }
        items.forEach(item -> rows.add(new Row(Row.two(item.name(), InventoryState.traits(item)))));
        card.show(rows.toArray(Component[]::new));
        return card;
    }
}

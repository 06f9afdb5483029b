package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.store.RemoveConnection;
import dev.cordon.application.store.StoreQueries.Kept;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import org.jspecify.annotations.Nullable;

/** The five ways into a store: which are kept, whether they work, and how to set them up. */
@org.springframework.stereotype.Component
class ConnectionsPart implements StorePart {

    private final StoreActions actions;

    ConnectionsPart(StoreActions actions) {
        this.actions = actions;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Object state(Store store) {
        return actions.queries().store(store.id());
    }

    @Override
    public Component of(Store store, Runnable changed) {
        var words = Words.here();
        var card = new Card(words.text("connections.title"));
        card.setId("connections");
        var detail = actions.queries().store(store.id());
        for (var kind : ConnectionKind.values()) {
            card.with(row(detail, kind, changed));
        }
        return card;
    }

    private Row row(StoreDetail detail, ConnectionKind kind, Runnable changed) {
        var words = Words.here();
        var kept =
                detail.connections().stream()
                        .filter(each -> each.kind() == kind)
                        .findFirst()
                        .orElse(null);
        var what = kept == null ? words.text("connection.for." + kind) : says(detail, kept);
        var row =
                new Row(
                        Row.two(new Span(words.of(kind)), new Span(what)),
                        standing(detail.lastCheck(), kept));
        row.getElement().setAttribute("data-connection", kind.name());
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            row.add(buttons(detail.store(), kind, kept != null, changed));
        }
        return row;
    }

    /** What is kept, and why it does not work if it does not. */
    private static String says(StoreDetail detail, Kept kept) {
        var check = detail.lastCheck();
        if (check == null
                || !check.checked().contains(kept.kind())
                || check.opens(kept.kind()) && check.isWhole(kept.kind())) {
            return kept.name();
        }
        var trouble = check.trouble(kept.kind());
        return kept.name() + " · " + Reasons.why(trouble) + " " + Reasons.whatToDo(trouble);
    }

    private static Chip standing(@Nullable ConnectionReport check, @Nullable Kept kept) {
        var words = Words.here();
        if (kept == null) {
            return new Chip(Tone.PLAIN, words.text("connection.none"));
        }
        if (check == null || !check.checked().contains(kept.kind())) {
            return new Chip(Tone.MED, words.text("store.unchecked"));
        }
        if (!check.opens(kept.kind())) {
            return new Chip(Tone.HIGH, words.text("connection.fails"));
        }
        return check.isWhole(kept.kind())
                ? new Chip(Tone.OK, words.text("connection.works"))
                : new Chip(Tone.MED, words.text("connection.part"));
    }

    private Div buttons(Store store, ConnectionKind kind, boolean kept, Runnable changed) {
        var words = Words.here();
        var buttons = new Div();
        buttons.addClassName("buttons");
        var connect = connecting(store, kind, kept, changed);
        connect.addThemeVariants(ButtonVariant.SMALL);
        connect.setAriaLabel(connect.getText() + ": " + words.of(kind));
        buttons.add(connect);
        if (kept) {
            var remove =
                    new Button(
                            words.text("connection.remove"),
                            _ -> removing(store, kind, changed).open());
            remove.setId("remove-" + kind);
            remove.addThemeVariants(ButtonVariant.SMALL);
            remove.setAriaLabel(remove.getText() + ": " + words.of(kind));
            buttons.add(remove);
        }
        return buttons;
    }

    private Button connecting(Store store, ConnectionKind kind, boolean kept, Runnable changed) {
        var words = Words.here();
        if (kind == ConnectionKind.SENSOR) {
            var sensor =
                    new Button(
                            words.text("sensor.plugin"),
                            _ ->
                                    new SensorDialog(() -> now(store), actions.sensor(), changed)
                                            .open());
            sensor.setId("sensor");
            return sensor;
        }
        var connect =
                new Button(
                        words.text(kept ? "connection.replace" : "connection.connect"),
                        _ -> new ConnectDialog(kind, fields(kind), store, actions, changed).open());
        connect.setId("connect-" + kind);
        return connect;
    }

    private Store now(Store store) {
        return actions.queries().store(store.id()).store();
    }

    private ConnectionFields fields(ConnectionKind kind) {
        return switch (kind) {
            case REST_KEY -> KeyFields.ofKey();
            case APPLICATION_PASSWORD -> KeyFields.ofPassword();
            case SHELL -> new ShellFields(actions.askHostKey());
            case EDGE -> KeyFields.ofEdge();
            case SENSOR -> throw new IllegalStateException("its secret is made, not typed");
        };
    }

    private AskDialog removing(Store store, ConnectionKind kind, Runnable changed) {
        var words = Words.here();
        return new AskDialog(
                        "remove-connection",
                        words.text("connection.remove.title", words.of(kind)),
                        words.text("connection.remove.text"),
                        words.text("connection.remove"))
                .onConfirm(
                        () -> {
                            actions.remove()
                                    .remove(
                                            new RemoveConnection.Command(
                                                    store.id(), store.version(), kind));
                            Done.say(words.text("connection.removed"));
                            changed.run();
                            return true;
                        });
    }
}

package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Keeps one connection of a store; what is typed is never shown again. */
class ConnectDialog extends AskDialog {

    private final Words words = Words.here();
    private final Paragraph outcome = new Paragraph();
    private final ConnectionFields asked;
    private final StoreActions actions;
    private final Store store;
    private final Runnable changed;

    ConnectDialog(
            ConnectionKind kind,
            ConnectionFields asked,
            Store store,
            StoreActions actions,
            Runnable changed) {
        super(
                "connect-dialog",
                Words.here().of(kind),
                Words.here().text("connect.text"),
                Words.here().text("connect.keep"));
        this.asked = asked;
        this.store = store;
        this.actions = actions;
        this.changed = changed;
        outcome.setId("connect-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        var where = new Paragraph(words.text("connection.where." + kind));
        where.addClassName("note");
        with(where);
        with(asked.fields().toArray(Component[]::new));
        with(outcome);
        onConfirm(this::keep);
    }

    private boolean keep() {
        Connection connection;
        try {
            connection = asked.read();
        } catch (IllegalArgumentException e) {
            outcome.setText(words.text("store.add.input", String.valueOf(e.getMessage())));
            outcome.setVisible(true);
            return false;
        }
        actions.replace()
                .replace(new ReplaceConnection.Command(store.id(), store.version(), connection));
        Done.say(words.text("connect.done"));
        changed.run();
        return true;
    }
}

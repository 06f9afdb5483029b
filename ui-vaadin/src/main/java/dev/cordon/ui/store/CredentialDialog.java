package dev.cordon.ui.store;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Keeps a key or an application password for a store; what is typed is never shown again. */
class CredentialDialog extends AskDialog {

    private static final String KEY = "credential.key";
    private static final String PASSWORD = "credential.password";

    private final Words words = Words.here();
    private final RadioButtonGroup<String> kind = new RadioButtonGroup<>();
    private final TextField user = new TextField();
    private final PasswordField secret = new PasswordField();
    private final Paragraph outcome = new Paragraph();

    CredentialDialog(Store store, StoreActions actions, Runnable changed) {
        super(
                "credential-dialog",
                Words.here().text("credential.title", store.name()),
                Words.here().text("credential.text"),
                Words.here().text("credential.save"));
        kind.setId("credential-kind");
        kind.setItems(List.of(KEY, PASSWORD));
        kind.setItemLabelGenerator(words::text);
        kind.setLabel(words.text("credential.kind"));
        kind.addValueChangeListener(_ -> label());
        user.setId("credential-user");
        user.setWidthFull();
        secret.setId("credential-secret");
        secret.setWidthFull();
        kind.setValue(KEY);
        outcome.setId("credential-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(kind, user, secret, outcome);
        onConfirm(() -> save(store, actions, changed));
    }

    private void label() {
        var key = KEY.equals(kind.getValue());
        user.setLabel(words.text(key ? "credential.consumer" : "credential.user"));
        secret.setLabel(words.text(key ? "credential.consumer.secret" : "credential.secret"));
    }

    private boolean save(Store store, StoreActions actions, Runnable changed) {
        RestCredential credential;
        try {
            credential = credential();
        } catch (IllegalArgumentException e) {
            outcome.setText(words.text("store.add.input", String.valueOf(e.getMessage())));
            outcome.addClassNames("note", "crit");
            outcome.setVisible(true);
            return false;
        }
        actions.credential()
                .replace(new ReplaceConnection.Command(store.id(), store.version(), credential));
        Done.say(words.text("credential.done"));
        changed.run();
        return true;
    }

    private RestCredential credential() {
        return KEY.equals(kind.getValue())
                ? new RestCredential.WooKey(user.getValue(), secret.getValue())
                : new RestCredential.ApplicationPassword(user.getValue(), secret.getValue());
    }
}

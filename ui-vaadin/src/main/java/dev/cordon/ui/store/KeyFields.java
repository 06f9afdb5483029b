package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.function.BiFunction;

/** A name and a secret that belongs to it. */
class KeyFields implements ConnectionFields {

    private final TextField name = new TextField();
    private final PasswordField secret = new PasswordField();
    private final BiFunction<String, String, Connection> made;

    private KeyFields(String family, BiFunction<String, String, Connection> made) {
        this.made = made;
        var words = Words.here();
        name.setId("connect-name");
        name.setLabel(words.text(family + ".name"));
        name.setHelperText(words.text(family + ".name.help"));
        secret.setId("connect-secret");
        secret.setLabel(words.text(family + ".secret"));
        secret.setHelperText(words.text(family + ".secret.help"));
        name.setWidthFull();
        secret.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        secret.setRequiredIndicatorVisible(true);
    }

    static KeyFields ofKey() {
        return new KeyFields("connect.key", RestCredential.WooKey::new);
    }

    static KeyFields ofPassword() {
        return new KeyFields("connect.password", RestCredential.ApplicationPassword::new);
    }

    static KeyFields ofEdge() {
        return new KeyFields("connect.edge", EdgeToken::new);
    }

    @Override
    public List<Component> fields() {
        return List.of(name, secret);
    }

    @Override
    public Connection read() {
        return made.apply(name.getValue(), secret.getValue());
    }
}

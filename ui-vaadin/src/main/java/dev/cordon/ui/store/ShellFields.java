package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.AskHostKey;
import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login over SSH. The host's key is asked for and shown; a person says that it is the right one.
 */
class ShellFields implements ConnectionFields {

    private static final int SSH = 22;

    private final Words words = Words.here();
    private final AskHostKey ask;
    private final TextField host = new TextField(words.text("connect.shell.host"));
    private final IntegerField port = new IntegerField(words.text("connect.shell.port"));
    private final TextField user = new TextField(words.text("connect.shell.user"));
    private final TextField path = new TextField(words.text("connect.shell.path"));
    private final TextArea key = new TextArea(words.text("connect.shell.key"));
    private final Button fetch = new Button(words.text("connect.shell.fetch"), _ -> fetch());
    private final Div shown = new Div();
    private final Checkbox compared = new Checkbox(words.text("connect.shell.compared"));

    private @Nullable HostKey hostKey;
    private String askedAt = "";

    ShellFields(AskHostKey ask) {
        this.ask = ask;
        host.setId("connect-host");
        host.setPlaceholder("ssh.shop.example");
        port.setId("connect-port");
        port.setValue(SSH);
        user.setId("connect-user");
        user.setHelperText(words.text("connect.shell.user.help"));
        path.setId("connect-path");
        path.setPlaceholder("/var/www/shop");
        path.setHelperText(words.text("connect.shell.path.help"));
        key.setId("connect-private-key");
        key.setHelperText(words.text("connect.shell.key.help"));
        key.setMinRows(3);
        key.setMaxRows(6);
        fetch.setId("connect-fetch");
        shown.setId("connect-fingerprint");
        shown.getElement().setAttribute("role", "status");
        compared.setId("connect-compared");
        compared.setVisible(false);
        for (var field : new TextField[] {host, user, path}) {
            field.setRequiredIndicatorVisible(true);
            field.setWidthFull();
        }
        key.setRequiredIndicatorVisible(true);
        key.setWidthFull();
    }

    @Override
    public List<Component> fields() {
        return List.of(host, port, user, key, path, fetch, shown, compared);
    }

    private void fetch() {
        compared.setValue(false);
        compared.setVisible(false);
        hostKey = null;
        shown.removeAll();
        var answer = ask.ask(new AskHostKey.Command(host.getValue(), port()));
        switch (answer) {
            case StoreAnswer.Ok<HostKey>(var found) -> {
                hostKey = found;
                askedAt = at();
                shown.add(
                        new Paragraph(words.text("connect.shell.shown", host.getValue())),
                        new Mono(found.fingerprint()));
                compared.setVisible(true);
            }
            case StoreAnswer.Failed<HostKey>(var why) -> {
                var reason = Reason.of(why);
                var note = new Span(Reasons.why(reason) + " " + Reasons.whatToDo(reason));
                note.addClassNames("note", "crit");
                shown.add(note);
            }
        }
    }

    @Override
    public Connection read() {
        var found = hostKey;
        if (found == null || !askedAt.equals(at()) || !compared.getValue()) {
            throw new IllegalArgumentException(words.text("connect.shell.compare"));
        }
        return new ShellAccess(
                host.getValue(),
                port(),
                user.getValue(),
                key.getValue(),
                found.line(),
                path.getValue());
    }

    private int port() {
        return port.getValue() == null ? SSH : port.getValue();
    }

    /** A key was asked for at one place and counts for no other. */
    private String at() {
        return host.getValue().strip() + ":" + port();
    }
}

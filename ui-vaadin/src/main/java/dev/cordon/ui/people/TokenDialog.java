package dev.cordon.ui.people;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.people.IssueApiToken;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Makes a token with some of the viewer's own permissions; its secret is shown once. */
class TokenDialog extends AskDialog {

    private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);
    private static final int USUAL = 30;

    private final Words words = Words.here();
    private final TokenActions actions;
    private final Runnable changed;
    private final TextField name = new TextField(words.text("tokens.name"));
    private final CheckboxGroup<Permission> permissions = new CheckboxGroup<>();
    private final Select<Integer> days = new Select<>();
    private final Paragraph missing = new Paragraph();

    TokenDialog(TokenActions actions, Runnable changed) {
        super(
                "token",
                Words.here().text("tokens.issue"),
                Words.here().text("tokens.issue.text"),
                Words.here().text("tokens.issue"));
        this.actions = actions;
        this.changed = changed;
        name.setId("token-name");
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        permissions.setId("token-permissions");
        permissions.setLabel(words.text("tokens.permissions"));
        permissions.setItems(
                Arrays.stream(Permission.values()).filter(actions.caller()::may).toList());
        permissions.setItemLabelGenerator(words::of);
        days.setId("token-days");
        days.setLabel(words.text("tokens.lifetime"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(count -> words.text("tokens.days", count));
        days.setValue(USUAL);
        missing.addClassNames("note", "crit");
        missing.getElement().setAttribute("role", "alert");
        missing.setVisible(false);
        with(name, permissions, days, missing);
        onConfirm(this::issue);
    }

    private boolean issue() {
        if (name.getValue().isBlank() || permissions.getValue().isEmpty()) {
            missing.setText(words.text("tokens.missing"));
            missing.setVisible(true);
            return false;
        }
        var issued =
                actions.issue()
                        .issue(
                                new IssueApiToken.Command(
                                        name.getValue().strip(),
                                        permissions.getValue(),
                                        StoreScope.ALL,
                                        Duration.ofDays(days.getValue())));
        changed.run();
        new SecretDialog(issued.secret()).open();
        return true;
    }
}

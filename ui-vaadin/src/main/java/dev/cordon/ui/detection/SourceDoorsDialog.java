package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.RevokeSourceToken;
import dev.cordon.application.detection.SourceDoorQueries.TokenUse;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.SecretDialog;
import java.time.Duration;
import java.util.List;

/** Who may send to a log source, and how much: its tokens, its limit, and payment providers. */
class SourceDoorsDialog extends AskDialog {

    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final int USUAL = 365;

    private final Words words = Words.here();
    private final SourceDoorActions actions;
    private final LogSource source;
    private final Paragraph welcome = new Paragraph();
    private final Div tokens = new Div();
    private final TextField name = new TextField(words.text("doors.name"));
    private final Select<Integer> days = new Select<>();

    SourceDoorsDialog(SourceDoorActions actions, LogSource source) {
        super(
                "source-doors",
                Words.here().text("doors.title", source.name()),
                Words.here().text("doors.text", source.id().value()),
                Words.here().text("doors.issue"));
        this.actions = actions;
        this.source = source;
        tokens.setId("source-tokens");
        name.setId("source-token-name");
        name.setPlaceholder("fluent-bit web-1");
        name.setMaxLength(120);
        name.setWidthFull();
        days.setId("source-token-days");
        days.setLabel(words.text("tokens.lifetime"));
        days.setItems(DAYS);
        days.setItemLabelGenerator(count -> words.text("tokens.days", count));
        days.setValue(USUAL);
        welcome.setId("source-added");
        welcome.addClassNames("note", "ok");
        welcome.setVisible(false);
        with(
                welcome,
                tokens,
                name,
                days,
                new SenderSnippets(actions.address().value(), source),
                new SourceLimitForm(actions, source),
                new PaymentSecretsForm(actions, source));
        stayOpen();
        onConfirm(this::issue);
        paint();
    }

    /** Says that the log is there now, and what is still missing. */
    SourceDoorsDialog justAdded() {
        welcome.setText(words.text("doors.added"));
        welcome.setVisible(true);
        return this;
    }

    private boolean issue() {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(words.text("doors.missing"));
            name.setInvalid(true);
            return false;
        }
        name.setInvalid(false);
        var issued =
                actions.issue()
                        .issue(
                                new IssueSourceToken.Command(
                                        source.id(),
                                        name.getValue(),
                                        Duration.ofDays(days.getValue())));
        name.clear();
        paint();
        new SecretDialog(issued.secret()).open();
        return true;
    }

    private void paint() {
        tokens.removeAll();
        var found = actions.queries().tokens(source.id());
        if (found.isEmpty()) {
            tokens.add(new EmptyState(words.text("doors.none"), words.text("doors.none.what")));
        }
        found.forEach(each -> tokens.add(row(each)));
    }

    private Row row(TokenUse use) {
        var token = use.token();
        var row = new Row(Row.two(token.name(), standing(use)));
        if (token.isUsable(actions.clock().instant())) {
            var revoke = new Button(words.text("tokens.revoke"), _ -> askRevoke(token).open());
            revoke.setId("revoke-" + token.id());
            revoke.addThemeVariants(ButtonVariant.SMALL);
            row.add(revoke);
        } else {
            row.add(new Span(words.text(token.revoked() ? "tokens.revoked" : "tokens.expired")));
        }
        return row;
    }

    private String standing(TokenUse use) {
        var moments = Moments.here();
        var last = use.lastUsedAt();
        var until = words.text("doors.until", moments.moment(use.token().expiresAt()));
        return until
                + " · "
                + (last == null
                        ? words.text("doors.unused")
                        : words.text("doors.used", moments.moment(last)));
    }

    private AskDialog askRevoke(SourceToken token) {
        return new AskDialog(
                        "revoke-source-token",
                        words.text("tokens.revoke"),
                        words.text("tokens.revoke.text", token.name()),
                        words.text("tokens.revoke"))
                .onConfirm(
                        () -> {
                            actions.revoke()
                                    .revoke(new RevokeSourceToken.Command(source.id(), token.id()));
                            Done.say(words.text("tokens.revoke.done"));
                            paint();
                            return true;
                        });
    }
}

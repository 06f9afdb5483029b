package dev.cordon.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/** The viewer's own tokens for the HTTP interface. */
class TokensCard extends LiveCard<List<ApiToken>> {

    private final Words words = Words.here();
    private final TokenActions actions;

    TokensCard(TokenActions actions) {
        super(Words.here().text("tokens.title"));
        this.actions = actions;
        setId("tokens");
    }

    @Override
    protected List<ApiToken> read() {
        return actions.queries().mine();
    }

    @Override
    protected void paint(List<ApiToken> found) {
        var all = new ArrayList<Component>();
        if (found.isEmpty()) {
            all.add(new EmptyState(words.text("tokens.empty"), words.text("tokens.empty.what")));
        }
        found.forEach(token -> all.add(row(token)));
        var issue =
                new Button(
                        words.text("tokens.issue"),
                        _ -> new TokenDialog(actions, this::refresh).open());
        issue.setId("issue-token");
        all.add(new Div(issue));
        show(all.toArray(Component[]::new));
    }

    private Row row(ApiToken token) {
        var row = new Row(Row.two(token.name(), standing(token)));
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

    private String standing(ApiToken token) {
        return words.text(
                "tokens.until",
                Moments.here().moment(token.expiresAt()),
                token.permissions().size());
    }

    private AskDialog askRevoke(ApiToken token) {
        return new AskDialog(
                        "revoke-token",
                        words.text("tokens.revoke"),
                        words.text("tokens.revoke.text", token.name()),
                        words.text("tokens.revoke"))
                .onConfirm(
                        () -> {
                            actions.revoke().revoke(token.id());
                            Done.say(words.text("tokens.revoke.done"));
                            refresh();
                            return true;
                        });
    }
}

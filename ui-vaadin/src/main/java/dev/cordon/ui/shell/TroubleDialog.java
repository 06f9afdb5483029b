package dev.cordon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Says what happened, what was not lost, and what to do. */
class TroubleDialog extends Dialog {

    private final Words words = Words.here();

    private TroubleDialog(String key, String text, List<Component> more) {
        setId("trouble");
        addClassName("ask");
        getElement().setAttribute("role", "alertdialog");
        setHeaderTitle(words.text(key + ".title"));
        var body = new Div(new Paragraph(text));
        body.addClassName("ask-body");
        body.add(more);
        add(body);
        var close = new Button(words.text("trouble.close"), _ -> close());
        close.setId("trouble-close");
        getFooter().add(close);
    }

    static TroubleDialog of(String key, Object... values) {
        return new TroubleDialog(key, Words.here().text(key + ".text", values), List.of());
    }

    /** Somebody else was faster. */
    static TroubleDialog stale() {
        return reloading("trouble.stale");
    }

    /** It is no longer in a state in which that can be done. */
    static TroubleDialog moved() {
        return reloading("trouble.moved");
    }

    private static TroubleDialog reloading(String key) {
        var words = Words.here();
        var page = page();
        var changes = new UnorderedList();
        changes.addClassName("plain-list");
        page.latestChanges().forEach(change -> changes.add(new ListItem(change)));
        var dialog = new TroubleDialog(key, words.text(key + ".text"), List.of(changes));
        var reload =
                new Button(
                        words.text("trouble.reload"),
                        _ -> {
                            dialog.close();
                            page.reload();
                        });
        reload.setId("trouble-reload");
        reload.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(reload);
        return dialog;
    }

    /** The page below; one that cannot refresh is loaded anew. */
    private static LivePage page() {
        var ui = UI.getCurrent();
        return ui.getActiveRouterTargetsChain().stream()
                .filter(LivePage.class::isInstance)
                .map(LivePage.class::cast)
                .findFirst()
                .orElse(() -> ui.getPage().reload());
    }
}

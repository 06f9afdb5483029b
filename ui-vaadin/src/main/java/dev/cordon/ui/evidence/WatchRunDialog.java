package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;

/** What differed when a run was finished, word for word as it is recorded. */
class WatchRunDialog extends Dialog {

    private final Words words = Words.here();

    WatchRunDialog(WatchRun run, boolean isBorneOut) {
        setId("watch-run");
        addClassName("ask");
        setHeaderTitle(WatchRunsGrid.differ(words, run));
        var facts =
                new Facts()
                        .fact(words.text("integrity.begun"), TimeText.exact(run.begunAt()))
                        .fact(words.text("integrity.finished"), TimeText.exact(run.at()));
        if (isBorneOut) {
            facts.fact(words.text("integrity.digest"), Mono.digest(run.digest()));
        }
        var body = new Div(facts, said(run, isBorneOut), list(run));
        body.addClassName("ask-body");
        // A long list is scrolled by keyboard as well.
        body.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        body.getElement().setAttribute("aria-label", WatchRunsGrid.differ(words, run));
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("watch-run-close");
        getFooter().add(close);
    }

    private Paragraph said(WatchRun run, boolean isBorneOut) {
        if (!isBorneOut) {
            var doubted = new Paragraph(words.text("integrity.said.doubted"));
            doubted.addClassNames("note", "crit");
            return doubted;
        }
        return new Paragraph(
                run.differences() > run.found().size()
                        ? words.text("integrity.said.first", run.found().size(), run.differences())
                        : words.text("integrity.said"));
    }

    /** Recorded in English, whoever reads it. */
    private static UnorderedList list(WatchRun run) {
        var list = new UnorderedList();
        list.setId("watch-run-found");
        list.getElement().setAttribute("lang", "en");
        run.found().forEach(what -> list.add(new ListItem(what)));
        return list;
    }
}

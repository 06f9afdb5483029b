package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** The chain of custody: who did what with an item, link by link. */
class CustodyDialog extends Dialog {

    private final Words words = Words.here();

    CustodyDialog(EvidenceItem item, List<CustodyEntry> chain, Names names) {
        setId("custody");
        addClassName("ask");
        setHeaderTitle(words.text("custody.title", item.label()));
        var links = new OrderedList();
        links.addClassName("chain");
        chain.forEach(link -> links.add(link(item, link, names)));
        var body = new Div(acquisition(item, names), links);
        body.addClassName("ask-body");
        // A long chain is scrolled by keyboard as well.
        body.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        body.getElement().setAttribute("aria-label", words.text("custody.title", item.label()));
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("custody-close");
        getFooter().add(close);
    }

    private Facts acquisition(EvidenceItem item, Names names) {
        var how = item.acquisition();
        var facts =
                new Facts()
                        .fact(words.text("custody.method"), how.method())
                        .fact(words.text("custody.source"), SaidOf.source(words, item))
                        .fact(words.text("custody.tool"), how.tool())
                        .fact(words.text("custody.by"), names.of(how.by()))
                        .fact(words.text("custody.taken"), TimeText.exact(how.at()));
        if (!how.receivedAt().equals(how.at())) {
            facts.fact(words.text("custody.received"), TimeText.exact(how.receivedAt()));
        }
        if (!how.command().isEmpty()) {
            facts.fact(words.text("custody.command"), how.command());
        }
        var drift = how.clockDrift();
        if (drift != null) {
            facts.fact(
                    words.text("custody.drift"), words.text("seconds", drift.toMillis() / 1000.0));
        }
        var from = how.coversFrom();
        var to = how.coversTo();
        if (from != null && to != null) {
            facts.fact(
                    words.text("custody.covers"),
                    TimeText.exact(from),
                    new Span(" – "),
                    TimeText.exact(to));
        }
        return facts.fact(
                words.text("custody.keep-until"), TimeText.day(item.custody().keepUntil()));
    }

    private ListItem link(EvidenceItem item, CustodyEntry link, Names names) {
        var what = new Span(words.of(link.action()) + ", " + names.of(link.by()) + ", ");
        what.addClassName("strong");
        var why = new Div(SaidOf.purpose(words, item, link));
        why.addClassNames("small", "muted");
        var other = link.counterpart();
        if (other != null) {
            why.add(" " + words.text("custody.other", counterpart(other, names)));
        }
        var hash = new Div(new Span(words.text("custody.link") + " "), Mono.digest(link.hash()));
        hash.addClassNames("small", "muted");
        return new ListItem(what, TimeText.exact(link.at()), why, hash);
    }

    /** A person here by name; anybody else as it was written. */
    private static String counterpart(String other, Names names) {
        return other.startsWith("person:") ? names.of(Actor.of(other)) : other;
    }
}

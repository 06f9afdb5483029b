package dev.cordon.ui.evidence;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.io.IOException;

/** One item: what it is, its digest, and the ways to its chain, its check and its content. */
class EvidenceLine extends Div {

    private final Words words = Words.here();
    private final EvidenceItem item;
    private final EvidenceActions actions;
    private final NameBook book;
    private final Runnable refresh;

    EvidenceLine(EvidenceItem item, EvidenceActions actions, NameBook book, Runnable refresh) {
        this.item = item;
        this.actions = actions;
        this.book = book;
        this.refresh = refresh;
        addClassName("row");
        setId("evidence-" + item.label());
        add(facts(), buttons());
    }

    private Div facts() {
        var title = new Span(item.label() + " " + item.title());
        title.addClassName("strong");
        var by = item.acquisition();
        var second =
                new Div(
                        new Span(
                                words.text(
                                                "evidence.held",
                                                SaidOf.name(words, item),
                                                Bytes.text(item.size()),
                                                book.names().of(by.by()))
                                        + " "),
                        TimeText.moment(by.at()));
        second.addClassNames("small", "muted");
        var third = new Div(new Span("SHA-256 "), Mono.wholeDigest(item.content()));
        third.addClassNames("small", "muted");
        var facts = new Div(title, new CustodyChips(item, book.names()), second, third);
        facts.addClassName("lines");
        return facts;
    }

    private Div buttons() {
        var line = new Div(button("custody", this::openCustody), button("verify", this::verify));
        if (actions.caller().may(Permission.EVIDENCE_VIEW) && !item.custody().isDisposedOf()) {
            line.add(button("look", this::look), button("view", this::view));
        }
        if (item.intake().manifest() != null && !item.custody().isDisposedOf()) {
            line.add(manifest());
        }
        line.add(new CustodyMenu(item, actions, book, refresh));
        line.addClassName("buttons");
        return line;
    }

    private Anchor manifest() {
        var link =
                new Anchor(
                        this::sendManifest,
                        AttachmentType.DOWNLOAD,
                        words.text("evidence.manifest"));
        link.setId("evidence-manifest-" + item.label());
        return link;
    }

    private void sendManifest(DownloadEvent event) throws IOException {
        var listed = actions.manifest().read(item.id());
        event.setFileName(item.label() + "-manifest.txt");
        event.setContentType("application/octet-stream");
        event.getOutputStream().write(listed.bytes());
    }

    private Button button(String name, Runnable pressed) {
        var button = new Button(words.text("evidence." + name), _ -> pressed.run());
        button.setId("evidence-" + name + "-" + item.label());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void openCustody() {
        var chain = actions.queries().custody(item.id());
        new CustodyDialog(item, chain, book.names()).open();
    }

    private void verify() {
        var verify = actions.verify();
        new VerdictDialog(
                        item,
                        progress -> verify.verify(new VerifyEvidence.Command(item.id(), progress)),
                        actions.work())
                .open();
    }

    private void look() {
        new LookDialog(item, actions.look()).open();
    }

    private void view() {
        new ViewDialog(item, actions.view()).open();
    }
}

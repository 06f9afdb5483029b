package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.cordon.application.evidence.DownloadPackage;
import dev.cordon.application.evidence.PackageQueries.Shown;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.io.IOException;
import java.util.List;

/** A package: for whom, how far it is, and the way to it. */
class PackageLine extends Div {

    private final Words words = Words.here();
    private final EvidencePackage made;
    private final EvidenceActions actions;
    private final NameBook book;

    /**
     * @param transfers into whose hands outside it went
     */
    PackageLine(
            Shown shown,
            List<Transfer> transfers,
            EvidenceActions actions,
            NameBook book,
            Runnable refresh) {
        this.made = shown.made();
        this.actions = actions;
        this.book = book;
        addClassName("row");
        setId("package-" + made.id());
        var facts = facts(shown);
        transfers.forEach(
                one -> facts.add(new TransferLine(one, shown.isWhole(), actions, book, refresh)));
        add(facts);
        if (made.phase() instanceof Phase.Ready
                && actions.caller().may(Permission.EVIDENCE_EXPORT)) {
            add(wayTo(shown, refresh));
        }
    }

    /** The ways out where they would lead somewhere, or why they would not. */
    private Component wayTo(Shown shown, Runnable refresh) {
        if (!shown.isWhole()) {
            return refused("package.incomplete");
        }
        return shown.isDangerous() && !actions.caller().may(Permission.EVIDENCE_UNWRAP)
                ? refused("package.dangerous")
                : waysOut(refresh);
    }

    private Component waysOut(Runnable refresh) {
        var transfer =
                new Button(
                        words.text("transfer.make"),
                        _ -> new TransferDialog(made, actions, refresh).open());
        transfer.setId("package-transfer-" + made.id());
        transfer.setAriaLabel(words.text("transfer.make.of", made.recipient()));
        transfer.addThemeVariants(ButtonVariant.SMALL);
        var ways = new Div(link(), transfer);
        ways.addClassName("buttons");
        return ways;
    }

    private Component refused(String why) {
        var said = new Div(words.text(why));
        said.setId("package-refused-" + made.id());
        said.addClassNames("small", "muted");
        return said;
    }

    private Div facts(Shown shown) {
        var title = new Span(words.text("package.for", made.recipient()));
        title.addClassName("strong");
        var second =
                new Div(
                        new Span(
                                words.text(
                                                "package.asked-by",
                                                made.items().size(),
                                                book.names().of(made.by()),
                                                made.purpose())
                                        + " "),
                        TimeText.moment(made.askedAt()));
        second.addClassNames("small", "muted");
        var facts = new Div(title, state(shown), second);
        if (made.phase() instanceof Phase.Ready(_, var digest, _)) {
            var third = new Div(new Span("SHA-256 custody.json "), Mono.wholeDigest(digest));
            third.addClassNames("small", "muted");
            facts.add(third);
        }
        facts.addClassName("lines");
        return facts;
    }

    private Component state(Shown shown) {
        return switch (made.phase()) {
            case Phase.Asked _ ->
                    progress(
                            words.text("package.reading", shown.read(), made.items().size()),
                            shown.read());
            case Phase.Recorded _ -> progress(words.text("package.signing"), made.items().size());
            case Phase.Ready _ -> new Div(new Chip(Tone.OK, words.text("package.ready")));
            case Phase.Failed(_, var fault, var label) ->
                    new Div(
                            new Chip(Tone.CRIT, words.text("package.failed")),
                            new Span(" " + words.text("package.fault." + fault, label)));
        };
    }

    private Component progress(String text, int read) {
        var said = new Span(text);
        said.getElement().setAttribute("role", "status");
        var bar = new ProgressBar(0, made.items().size(), read);
        bar.getElement().setAttribute("aria-label", text);
        var line = new Div(said, bar);
        line.addClassName("small");
        return line;
    }

    private Component link() {
        DownloadHandler handler = this::send;
        var link = new Anchor(handler, AttachmentType.DOWNLOAD, words.text("package.download"));
        link.setId("package-download-" + made.id());
        link.getElement()
                .setAttribute("aria-label", words.text("package.download.of", made.recipient()));
        return link;
    }

    /** Written to each chain at the moment of the download, once for each. */
    private void send(DownloadEvent event) throws IOException {
        DownloadPackage.Opened opened = actions.packages().download().open(made.id());
        event.setFileName(opened.fileName());
        event.setContentType("application/zip");
        event.setContentLength(opened.length());
        opened.content().writeTo(event.getOutputStream());
    }
}

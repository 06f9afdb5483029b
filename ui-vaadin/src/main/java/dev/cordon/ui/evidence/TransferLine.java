package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.io.IOException;

/** A package in the hands of somebody outside: who, since when, and what they answered. */
class TransferLine extends Div {

    private final Words words = Words.here();
    private final Transfer transfer;
    private final EvidenceActions actions;
    private final NameBook book;

    /**
     * @param isWhole false if the form cannot be printed any more, as an item was disposed of and
     *     with it what it was called
     */
    TransferLine(
            Transfer transfer,
            boolean isWhole,
            EvidenceActions actions,
            NameBook book,
            Runnable refresh) {
        this.transfer = transfer;
        this.actions = actions;
        this.book = book;
        addClassName("transfer");
        setId("transfer-" + transfer.id());
        add(head(), handedOver());
        var answer = transfer.answer();
        if (answer != null) {
            add(answered(answer));
        } else if (actions.caller().may(Permission.EVIDENCE_EXPORT)) {
            add(steps(isWhole, refresh));
        }
    }

    private Div head() {
        var to = new Span(words.text("transfer.to", transfer.to().text()));
        to.addClassName("strong");
        return new Div(to, new Span(" "), chip());
    }

    private Chip chip() {
        return switch (transfer.answer()) {
            case null -> new Chip(Tone.MED, words.text("transfer.awaited"));
            case Answer.Receipt _ -> new Chip(Tone.OK, words.text("transfer.received"));
            case Answer.Ended ended -> new Chip(Tone.PLAIN, words.of(ended.why()));
        };
    }

    private Component handedOver() {
        return small(
                words.text(
                        "transfer.by",
                        words.of(transfer.means()),
                        book.names().of(transfer.by()),
                        transfer.purpose()),
                TimeText.moment(transfer.at()));
    }

    private Component answered(Answer answer) {
        var by = book.names().of(answer.by());
        return switch (answer) {
            case Answer.Receipt receipt ->
                    small(
                            words.text("transfer.signed", receipt.signedBy(), by),
                            TimeText.moment(receipt.receivedAt()));
            case Answer.Ended ended ->
                    small(
                            words.text("transfer.ended", ended.reason(), by),
                            TimeText.moment(ended.at()));
        };
    }

    private static Component small(String text, Component at) {
        var line = new Div(new Span(text + " "), at);
        line.addClassNames("small", "muted");
        return line;
    }

    private Component steps(boolean isWhole, Runnable refresh) {
        DownloadHandler handler = this::send;
        var form = new Anchor(handler, AttachmentType.DOWNLOAD, words.text("transfer.form"));
        form.setId("transfer-form-" + transfer.id());
        var received =
                new Button(
                        words.text("receipt.record"),
                        _ ->
                                new ReceiptDialog(
                                                transfer,
                                                actions.queries().of(transfer.incident()),
                                                actions,
                                                refresh)
                                        .open());
        received.setId("transfer-receipt-" + transfer.id());
        var none =
                new Button(
                        words.text("no-receipt.record"),
                        _ -> new NoReceiptDialog(transfer, actions, refresh).open());
        none.setId("transfer-end-" + transfer.id());
        received.addThemeVariants(ButtonVariant.SMALL);
        none.addThemeVariants(ButtonVariant.SMALL);
        var line = isWhole ? new Div(form, received, none) : new Div(received, none);
        line.addClassName("actions-line");
        return line;
    }

    private void send(DownloadEvent event) throws IOException {
        var form = actions.transfers().queries().receiptForm(transfer.id());
        event.setFileName("receipt-" + transfer.id() + ".pdf");
        event.setContentType("application/pdf");
        event.setContentLength(form.length);
        event.getOutputStream().write(form);
    }
}

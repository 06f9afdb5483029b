package dev.cordon.ui.evidence;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.evidence.RecordReceipt;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Records what somebody outside confirmed: the digest they computed, who signed, and when. */
class ReceiptDialog extends AskDialog {

    private static final int LONGEST = 200;

    private final Words words = Words.here();
    private final Moments moments = Moments.here();
    private final Transfer transfer;
    private final EvidenceActions actions;
    private final Runnable refresh;
    private final TextField digest = line("digest");
    private final TextField signed = line("signed");
    private final DateTimePicker received = new DateTimePicker(words.text("receipt.received"));
    private final Select<EvidenceItem> document = new Select<>();

    /**
     * @param items what the incident holds
     */
    ReceiptDialog(
            Transfer transfer,
            List<EvidenceItem> items,
            EvidenceActions actions,
            Runnable refresh) {
        super(
                "receipt",
                Words.here().text("receipt.record"),
                Words.here().text("receipt.text", transfer.to().text()),
                Words.here().text("receipt.record"));
        this.transfer = transfer;
        this.actions = actions;
        this.refresh = refresh;
        digest.setErrorMessage(words.text("receipt.digest.wrong"));
        signed.setErrorMessage(words.text("receipt.signed.missing"));
        signed.setMaxLength(LONGEST);
        signed.setValue(transfer.to().name());
        received.setId("receipt-received");
        received.setLocale(words.locale());
        received.setManualValidation(true);
        received.addValueChangeListener(_ -> received.setInvalid(false));
        received.setErrorMessage(words.text("receipt.received.wrong"));
        received.setWidthFull();
        var papers = items.stream().filter(transfer::mayBeReceipt).toList();
        document.setId("receipt-document");
        document.setLabel(words.text("receipt.document"));
        document.setItems(papers);
        document.setItemLabelGenerator(item -> item.label() + " " + item.title());
        document.setHelperText(words.text("receipt.document.help"));
        document.setErrorMessage(words.text("receipt.document.missing"));
        document.setManualValidation(true);
        document.addValueChangeListener(_ -> document.setInvalid(false));
        document.setWidthFull();
        if (papers.isEmpty()) {
            with(nothingYet());
            readOnly();
        } else {
            with(digest, signed, received, document);
            onConfirm(this::isRecorded);
        }
    }

    private Paragraph nothingYet() {
        var first = new Paragraph(words.text("receipt.document.none"));
        first.setId("receipt-none");
        first.addClassName("note");
        return first;
    }

    private TextField line(String key) {
        var field = new TextField(words.text("receipt." + key));
        field.setId("receipt-" + key);
        field.setHelperText(words.text("receipt." + key + ".help"));
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        field.setWidthFull();
        return field;
    }

    private boolean isRecorded() {
        var typed = typed();
        digest.setInvalid(!isWhatLeft(typed));
        signed.setInvalid(signed.getValue().isBlank());
        received.setInvalid(received.getValue() == null);
        document.setInvalid(document.isEmpty());
        if (digest.isInvalid()
                || signed.isInvalid()
                || received.isInvalid()
                || document.isInvalid()) {
            return false;
        }
        return isTaken(typed);
    }

    /** All else was held against the transfer before: what is refused now is the time. */
    private boolean isTaken(String typed) {
        try {
            actions.transfers()
                    .receipt()
                    .record(
                            new RecordReceipt.Command(
                                    transfer.id(),
                                    new Sha256(typed),
                                    signed.getValue(),
                                    receivedAt(),
                                    document.getValue().id()));
        } catch (IllegalArgumentException outOfTime) {
            received.setInvalid(true);
            return false;
        }
        Done.say(words.text("receipt.done", transfer.to().text()));
        refresh.run();
        return true;
    }

    private boolean isWhatLeft(String typed) {
        return typed.matches("[0-9a-f]{64}") && transfer.isWhatLeft(new Sha256(typed));
    }

    /** However it was typed off: in groups, or in capitals. */
    private String typed() {
        return digest.getValue().replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
    }

    private Instant receivedAt() {
        return received.getValue().atZone(moments.zone()).toInstant();
    }
}

package dev.cordon.ui.evidence;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.evidence.EndTransfer;
import dev.cordon.domain.evidence.transfer.Answer.Ended.Why;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;

/** Records that somebody outside will not confirm a package, and why. */
class NoReceiptDialog extends PurposeDialog {

    NoReceiptDialog(Transfer transfer, EvidenceActions actions, Runnable refresh) {
        super(
                "no-receipt",
                Words.here().text("no-receipt.record"),
                Words.here().text("no-receipt.text", transfer.to().text()),
                Words.here().text("no-receipt.record"));
        var words = Words.here();
        var why = new RadioButtonGroup<Why>();
        why.setId("no-receipt-why");
        why.setLabel(words.text("no-receipt.why"));
        why.setItems(Why.values());
        why.setValue(Why.NOT_ARRIVED);
        why.setItemLabelGenerator(words::of);
        with(why);
        withReason(
                reason -> {
                    actions.transfers()
                            .end()
                            .end(new EndTransfer.Command(transfer.id(), why.getValue(), reason));
                    Done.say(words.text("no-receipt.done"));
                    refresh.run();
                });
    }
}

package dev.cordon.ui.notification;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.cordon.application.notification.DecideDelivery;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Words;

/** Decides about a message of which nobody knows whether it arrived. */
class DecideDialog extends ReasonDialog {

    DecideDialog(Delivery delivery, DecideDelivery decide, Runnable changed) {
        super(
                "decide-delivery",
                Words.here().text("deliveries.decide.title", delivery.ordinal()),
                Words.here().text("deliveries.decide.text"),
                Words.here().text("deliveries.decide"));
        var words = Words.here();
        var decision = new RadioButtonGroup<Delivery.Decision>();
        decision.setId("decide-delivery-decision");
        decision.setLabel(words.text("deliveries.decide.what"));
        decision.setItems(Delivery.Decision.values());
        decision.setItemLabelGenerator(words::of);
        var missing = new Paragraph();
        missing.addClassNames("note", "crit");
        missing.setVisible(false);
        with(decision, missing);
        stayOpen();
        withReason(
                reason -> {
                    var chosen = decision.getValue();
                    if (chosen == null) {
                        missing.setText(words.text("deliveries.decide.missing"));
                        missing.setVisible(true);
                        return;
                    }
                    decide.decide(
                            new DecideDelivery.Command(
                                    delivery.campaign(),
                                    delivery.ordinal(),
                                    delivery.attempts(),
                                    chosen,
                                    reason));
                    close();
                    Done.say(words.text("deliveries.decide.done"));
                    changed.run();
                });
    }
}

package dev.cordon.ui.store;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.SetPageWatch;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;

/** Says whether, where and how often the payment page is visited. */
class PageWatchDialog extends AskDialog {

    private final Words words = Words.here();
    private final PaymentPageActions actions;
    private final Store store;
    private final PaymentPage seen;
    private final Runnable changed;
    private final Checkbox on = new Checkbox(words.text("payment-page.on"), true);
    private final TextField path = new TextField(words.text("payment-page.path"));
    private final IntegerField minutes = new IntegerField(words.text("payment-page.minutes"));
    private final Paragraph outcome = new Paragraph();

    PageWatchDialog(PaymentPageActions actions, Store store, Runnable changed) {
        super(
                "page-watch-dialog",
                Words.here().text("payment-page.set"),
                Words.here().text("payment-page.set.text"),
                Words.here().text("payment-page.set.confirm"));
        this.actions = actions;
        this.store = store;
        this.seen = actions.queries().page(store.id()).page();
        this.changed = changed;
        on.setId("page-on");
        path.setId("page-path");
        path.setHelperText(words.text("payment-page.path.help"));
        path.setValue(seen.path());
        path.setWidthFull();
        minutes.setId("page-minutes");
        minutes.setHelperText(words.text("payment-page.minutes.help"));
        minutes.setValue(Math.toIntExact(seen.every().toMinutes()));
        outcome.setId("page-watch-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        with(on, path, minutes, outcome);
        onConfirm(this::set);
    }

    private boolean set() {
        var given = minutes.getValue();
        try {
            actions.set()
                    .set(
                            new SetPageWatch.Command(
                                    store.id(),
                                    seen.version(),
                                    on.getValue(),
                                    path.getValue().strip(),
                                    Duration.ofMinutes(given == null ? 0 : given)));
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            outcome.setText(words.text("payment-page.input", String.valueOf(e.getMessage())));
            outcome.setVisible(true);
            return false;
        }
        Done.say(words.text("payment-page.set.done"));
        changed.run();
        return true;
    }
}

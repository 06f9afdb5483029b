package dev.cordon.ui.store;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.store.ApprovePageElements;
import dev.cordon.application.store.PaymentPageQueries.Shown;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.stream.Collectors;

/** Says that scripts may be on the payment page, and why. */
class ApproveElementsDialog extends AskDialog {

    private final Words words = Words.here();
    private final PaymentPageActions actions;
    private final Shown seen;
    private final PageVisit visit;
    private final Runnable changed;
    private final CheckboxGroup<PageElement> chosen = new CheckboxGroup<>();
    private final Checkbox exact = new Checkbox(words.text("payment-page.exact"), true);
    private final Checkbox headers = new Checkbox(words.text("payment-page.headers.too"));
    private final TextField why = new TextField(words.text("payment-page.why"));
    private final Paragraph outcome = new Paragraph();

    ApproveElementsDialog(
            PaymentPageActions actions, Shown seen, PageVisit visit, Runnable changed) {
        super(
                "approve-elements",
                Words.here().text("payment-page.approve"),
                Words.here().text("payment-page.approve.text"),
                Words.here().text("payment-page.approve.confirm"));
        this.actions = actions;
        this.seen = seen;
        this.visit = visit;
        this.changed = changed;
        chosen.setId("approve-chosen");
        chosen.setLabel(words.text("payment-page.choose"));
        chosen.setHelperText(words.text("payment-page.choose.help"));
        chosen.getElement().getThemeList().add("vertical");
        chosen.setItems(seen.page().unapproved(visit));
        chosen.setItemLabelGenerator(each -> words.of(each.kind()) + ": " + each.name());
        exact.setId("approve-exact");
        exact.setHelperText(words.text("payment-page.exact.help"));
        headers.setId("approve-headers");
        why.setId("approve-why");
        why.setHelperText(words.text("payment-page.why.help"));
        why.setWidthFull();
        outcome.setId("approve-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.addClassNames("note", "crit");
        outcome.setVisible(false);
        with(chosen, exact, headers, why, outcome);
        onConfirm(this::approve);
    }

    private boolean approve() {
        var keys = chosen.getValue().stream().map(PageElement::key).collect(Collectors.toSet());
        try {
            actions.approve()
                    .approve(
                            new ApprovePageElements.Command(
                                    visit.store(),
                                    seen.page().version(),
                                    visit.page(),
                                    keys,
                                    exact.getValue(),
                                    headers.getValue(),
                                    why.getValue()));
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was chosen.
            outcome.setText(words.text("payment-page.input", String.valueOf(e.getMessage())));
            outcome.setVisible(true);
            return false;
        }
        Done.say(words.text("payment-page.approve.done"));
        changed.run();
        return true;
    }
}

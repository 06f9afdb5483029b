package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.store.PaymentPageQueries.Shown;
import dev.cordon.application.store.VisitPaymentPage;
import dev.cordon.application.store.WithdrawPageElement;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.paymentpage.ApprovedElement;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.ReasonDialog;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs on a store's payment page, what of it was approved and why, and how it is watched. */
@Route("stores/:store/payment-page")
@PermitAll
class PaymentPageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final PaymentPageActions actions;
    private final PageHead head;
    private final Card elements = new Card(words.text("payment-page.elements"));
    private final Card headers = new Card(words.text("payment-page.headers"));
    private final Card state = new Card(words.text("payment-page.state"));
    private @Nullable Store store;

    PaymentPageView(PaymentPageActions actions) {
        this.actions = actions;
        this.head = new PageHead("", "", buttons());
        addClassNames("page", "split");
        elements.setId("page-elements");
        headers.setId("page-headers");
        state.setId("page-state");
        var main = new Div(elements);
        main.addClassName("column");
        var side = new Div(state, headers);
        side.addClassName("column");
        add(head, main, side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var id = StoreId.of(event.getRouteParameters().get("store").orElseThrow());
            store = actions.stores().store(id).store();
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
        head.say(words.text("payment-page.title"), store().name());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return words.text("payment-page.title") + " · Cordon";
    }

    private Store store() {
        return Objects.requireNonNull(store, "set before the page is shown");
    }

    private boolean mayDecide() {
        return actions.caller().may(Permission.STORE_MANAGE);
    }

    private Component[] buttons() {
        if (!mayDecide()) {
            return new Component[0];
        }
        var visit = new Button(words.text("payment-page.visit"), click -> visit(click.getSource()));
        visit.setId("page-visit");
        visit.setDisableOnClick(true);
        var watch =
                new Button(
                        words.text("payment-page.set"),
                        _ -> new PageWatchDialog(actions, store(), this::refresh).open());
        watch.setId("page-watch");
        return new Component[] {watch, visit};
    }

    private void visit(Button pressed) {
        try {
            actions.visit().visit(new VisitPaymentPage.Command(store().id()));
        } finally {
            pressed.setEnabled(true);
        }
        Done.say(words.text("payment-page.visited"));
        refresh();
    }

    private void refresh() {
        var shown = actions.queries().page(store().id());
        var latest = shown.latest();
        state.show(PaymentPageState.chip(shown), PaymentPageState.facts(shown));
        if (latest != null && latest.stoppedBy() != null) {
            var note = new Paragraph(words.text("payment-page.stopped", latest.stoppedBy()));
            note.setId("page-stopped");
            note.addClassNames("note", "high");
            state.with(note);
        }
        state.with(new Div(new Anchor("stores/" + store().id(), store().name())));
        var visit = latest == null ? null : latest.visit();
        if (visit == null) {
            elements.show(
                    new EmptyState(
                            words.text("payment-page.none"), words.text("payment-page.none.what")));
            headers.show(new Span(words.text("payment-page.headers.none")));
        } else {
            show(shown, visit);
        }
    }

    private void show(Shown shown, PageVisit visit) {
        var rows = new ArrayList<Component>();
        if (mayDecide()) {
            rows.add(new Div(approving(shown, visit)));
        }
        visit.elements().forEach(element -> rows.add(row(shown, element)));
        elements.aside(words.text("payment-page.count", visit.elements().size()));
        elements.show(rows.toArray(Component[]::new));
        var said = new Facts();
        visit.headers().forEach(said::fact);
        headers.show(
                visit.headers().isEmpty()
                        ? new Span(words.text("payment-page.headers.none"))
                        : said);
    }

    private Button approving(Shown shown, PageVisit visit) {
        var approve =
                new Button(
                        words.text("payment-page.approve"),
                        _ ->
                                new ApproveElementsDialog(actions, shown, visit, this::refresh)
                                        .open());
        approve.setId("page-approve");
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        return approve;
    }

    private Row row(Shown shown, PageElement element) {
        var approval = shown.page().approved().get(element.key());
        var kind = words.of(element.kind());
        var row =
                new Row(
                        Row.two(
                                element.name(),
                                approval == null ? kind : kind + " · " + approval.justification()),
                        chip(shown, element, approval));
        if (approval != null && mayDecide()) {
            row.add(withdrawing(shown, element));
        }
        return row;
    }

    private Button withdrawing(Shown shown, PageElement element) {
        var button = new Button(words.text("payment-page.withdraw"), _ -> withdraw(shown, element));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.text("payment-page.withdraw") + ": " + element.name());
        return button;
    }

    private void withdraw(Shown shown, PageElement element) {
        new ReasonDialog(
                        "withdraw-element",
                        words.text("payment-page.withdraw"),
                        words.text("payment-page.withdraw.text", element.name()),
                        words.text("payment-page.withdraw"))
                .withReason(
                        reason -> {
                            actions.withdraw()
                                    .withdraw(
                                            new WithdrawPageElement.Command(
                                                    store().id(),
                                                    shown.page().version(),
                                                    element.key(),
                                                    reason));
                            refresh();
                        })
                .open();
    }

    private Chip chip(Shown shown, PageElement element, @Nullable ApprovedElement approval) {
        if (approval == null) {
            return new Chip(
                    shown.page().approved().isEmpty() ? Tone.PLAIN : Tone.CRIT,
                    words.text("payment-page.not-approved"));
        }
        return approval.accepts(element)
                ? new Chip(Tone.OK, words.text("payment-page.approved"))
                : new Chip(Tone.CRIT, words.text("payment-page.changed"));
    }
}

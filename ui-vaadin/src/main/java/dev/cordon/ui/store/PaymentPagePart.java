package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Words;

/** Whether the payment page is what was approved; the whole of it is on a page of its own. */
@org.springframework.stereotype.Component
class PaymentPagePart implements StorePart {

    private final PaymentPageActions actions;

    PaymentPagePart(PaymentPageActions actions) {
        this.actions = actions;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Object state(Store store) {
        return actions.queries().page(store.id());
    }

    @Override
    public Component of(Store store, Runnable changed) {
        var words = Words.here();
        var shown = actions.queries().page(store.id());
        var card = new Card(words.text("payment-page.title"));
        card.setId("payment-page");
        var link =
                new Anchor(
                        "stores/" + store.id() + "/payment-page", words.text("payment-page.open"));
        link.setId("payment-page-open");
        var latest = shown.latest();
        card.show(
                latest == null || latest.visit() == null
                        ? new EmptyState(
                                words.text("payment-page.none"),
                                words.text("payment-page.none.what"))
                        : new Div(PaymentPageState.chip(shown), PaymentPageState.facts(shown)),
                new Div(link));
        return card;
    }
}

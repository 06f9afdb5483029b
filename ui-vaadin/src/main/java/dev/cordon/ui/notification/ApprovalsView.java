package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.ui.detection.RulesWaiting;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import jakarta.annotation.security.PermitAll;

/** Everything that waits for somebody's yes. */
@Route("approvals")
@PermitAll
class ApprovalsView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final WaitingCard waiting;
    private final RulesWaiting rules;

    ApprovalsView(CampaignActions actions, NameBook book, RulesWaiting.Sources sources) {
        addClassName("page");
        waiting = new WaitingCard(words.text("approvals.waiting"), actions, book);
        Component head = new PageHead(words.of(Place.APPROVALS), words.text("approvals.what"));
        rules = new RulesWaiting(sources);
        add(head, waiting, rules);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        waiting.refresh();
        rules.refresh();
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.APPROVALS) + " · Cordon";
    }
}

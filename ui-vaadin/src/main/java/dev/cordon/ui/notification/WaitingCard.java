package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.List;

/** The notices that wait for an approval, longest waiting first. */
class WaitingCard extends LiveCard<List<Campaign>> {

    private final Words words = Words.here();
    private final CampaignActions actions;
    private final NameBook book;

    WaitingCard(String title, CampaignActions actions, NameBook book) {
        super(title);
        this.actions = actions;
        this.book = book;
        setId("waiting");
    }

    @Override
    protected List<Campaign> read() {
        return actions.queries().waitingForApproval();
    }

    @Override
    protected void paint(List<Campaign> found) {
        if (found.isEmpty()) {
            show(new EmptyState(words.text("approvals.none"), words.text("approvals.none.what")));
            return;
        }
        var names = book.names();
        show(found.stream().map(each -> row(each, names)).toArray(Component[]::new));
    }

    private Row row(Campaign campaign, Names names) {
        var incident = actions.incidents().incident(campaign.incident());
        var title = new Span(words.text("approvals.notice", campaign.recipients().count()));
        var second = new Div();
        second.setText(incident.reference() + " " + incident.codename() + asked(campaign, names));
        var review = CampaignNavigation.link(campaign, words.text(verb(campaign)));
        review.setId("review-" + incident.reference());
        review.addClassName("review");
        return new Row(Row.two(title, second), review);
    }

    private String asked(Campaign campaign, Names names) {
        return campaign.phase() instanceof Phase.Submitted(var by, var at, _)
                ? " · " + words.text("approvals.asked", names.of(by), Moments.here().moment(at))
                : "";
    }

    private String verb(Campaign campaign) {
        var caller = actions.caller();
        return caller.may(Permission.CAMPAIGN_APPROVE)
                        && !campaign.authors().contains(caller.actor().name())
                ? "approvals.review"
                : "approvals.read";
    }
}

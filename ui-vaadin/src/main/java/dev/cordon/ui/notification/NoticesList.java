package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.notification.DraftCampaign;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.List;

/** The notices of an incident, and the way to begin one. */
class NoticesList extends IncidentTab.Content {

    private final Words words = Words.here();
    private final OpenIncident page;
    private final CampaignActions actions;
    private final BreachQueries breaches;
    private final NameBook book;
    private final Card card = new Card(words.text("incident.tab.notices"));
    private final Div begin = new Div();
    private final Shown<List<Object>> shown = new Shown<>();

    NoticesList(OpenIncident page, CampaignActions actions, BreachQueries breaches, NameBook book) {
        this.page = page;
        this.actions = actions;
        this.breaches = breaches;
        this.book = book;
        begin.addClassName("actions-line");
        add(begin, card);
    }

    @Override
    public void refresh(Incident incident) {
        var campaigns = actions.queries().of(incident.id());
        var people = breaches.affected(incident.id()).filter(NoticesList::isKnown);
        if (shown.isNew(List.of(campaigns, people, incident.isOpen()))) {
            begin.removeAll();
            if (incident.isOpen()) {
                people.ifPresent(this::offerDraft);
            }
            card.show(
                    campaigns.isEmpty()
                            ? new Component[] {empty(people.isPresent())}
                            : campaigns.stream().map(this::row).toArray(Component[]::new));
        }
    }

    private void offerDraft(Determination people) {
        if (actions.caller().may(Permission.CAMPAIGN_WRITE)) {
            var draft = new Button(words.text("notice.draft"), _ -> draft(people));
            draft.setId("draft-notice");
            draft.addThemeVariants(ButtonVariant.PRIMARY);
            begin.add(draft);
        }
    }

    private void draft(Determination people) {
        CampaignNavigation.open(actions.draft().draft(new DraftCampaign.Command(people.id())));
    }

    private EmptyState empty(boolean peopleKnown) {
        return new EmptyState(
                words.text("notices.empty"),
                words.text(peopleKnown ? "notices.empty.ready" : "notices.empty.people"));
    }

    private Row row(Campaign campaign) {
        var names = book.names();
        var authors = campaign.authors().stream().sorted().map(names::ofLogin).toList();
        var title =
                CampaignNavigation.link(
                        campaign, words.text("notice.to", campaign.recipients().count()));
        var second =
                new Span(
                        words.text(
                                "notice.written",
                                String.join(", ", authors),
                                String.join(
                                        ", ",
                                        campaign.texts().keySet().stream().sorted().toList())));
        return new Row(Row.two(title, second), Phases.chip(campaign.phase()));
    }

    private static boolean isKnown(Determination found) {
        return found.phase() instanceof Determination.Phase.Determined(var result, _)
                && result.people() > 0;
    }
}

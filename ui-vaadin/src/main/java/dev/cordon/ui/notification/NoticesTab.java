package dev.cordon.ui.notification;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.people.NameBook;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** The notices of an incident. */
@Component
class NoticesTab implements IncidentTab {

    static final String ID = "notices";

    private final CampaignActions actions;
    private final BreachQueries breaches;
    private final NameBook book;

    NoticesTab(CampaignActions actions, BreachQueries breaches, NameBook book) {
        this.actions = actions;
        this.breaches = breaches;
        this.book = book;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Permission needed() {
        return Permission.CAMPAIGN_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.of(actions.queries().of(incident.id()).size());
    }

    @Override
    public Content open(OpenIncident page) {
        return new NoticesList(page, actions, breaches, book);
    }
}

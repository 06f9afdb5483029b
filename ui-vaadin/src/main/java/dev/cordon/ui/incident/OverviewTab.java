package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** What an incident is about, on one page. */
@Component
class OverviewTab implements IncidentTab {

    private final NameBook book;
    private final NextSteps steps;
    private final StoreNames stores;
    private final List<IncidentPanel> panels;

    OverviewTab(NameBook book, NextSteps steps, StoreNames stores, List<IncidentPanel> panels) {
        this.book = book;
        this.steps = steps;
        this.stores = stores;
        this.panels = panels;
    }

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Permission needed() {
        return Permission.INCIDENT_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.empty();
    }

    @Override
    public Content open(OpenIncident page) {
        return new Overview(page, book, steps, stores, panels);
    }
}

package dev.cordon.ui.evidence;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.people.NameBook;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** The evidence of an incident. */
@Component
class EvidenceTab implements IncidentTab {

    static final String ID = "evidence";

    private final EvidenceActions actions;
    private final NameBook book;

    EvidenceTab(EvidenceActions actions, NameBook book) {
        this.actions = actions;
        this.book = book;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Permission needed() {
        return Permission.EVIDENCE_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.of(actions.queries().of(incident.id()).size());
    }

    @Override
    public Content open(OpenIncident page) {
        return new EvidenceView(page, actions, book);
    }
}

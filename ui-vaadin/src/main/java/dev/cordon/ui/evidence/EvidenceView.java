package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.List;

/** The items, each with its facts and what can be done with it. */
class EvidenceView extends IncidentTab.Content {

    private final Words words = Words.here();
    private final EvidenceActions actions;
    private final NameBook book;
    private final OpenIncident page;
    private final Card card = new Card(words.text("incident.tab.evidence"));
    private final Shown<List<EvidenceItem>> shown = new Shown<>();

    EvidenceView(OpenIncident page, EvidenceActions actions, NameBook book) {
        this.actions = actions;
        this.book = book;
        this.page = page;
        if (actions.caller().may(Permission.EVIDENCE_COLLECT)) {
            add(buttons(page));
        }
        add(card);
    }

    @Override
    public void refresh(Incident incident) {
        var items = actions.queries().of(incident.id());
        if (shown.isNew(items)) {
            card.show(
                    items.isEmpty()
                            ? new Component[] {empty()}
                            : items.stream().map(this::item).toArray(Component[]::new));
        }
    }

    private Div buttons(OpenIncident page) {
        var upload =
                new Button(
                        words.text("evidence.upload"),
                        _ -> new UploadDialog(page, actions.collect()).open());
        upload.setId("evidence-upload");
        var line = new Div();
        line.addClassName("actions-line");
        for (var alert : actions.alerts().escalatedInto(page.incident().id().value())) {
            var preserve =
                    new Button(
                            words.text("evidence.preserve"),
                            _ -> new PreserveDialog(page, alert.id(), actions.preserve()).open());
            preserve.setId("evidence-preserve");
            line.add(preserve);
        }
        line.add(upload);
        return line;
    }

    private EmptyState empty() {
        return new EmptyState(words.text("evidence.empty"), words.text("evidence.empty.what"));
    }

    private Component item(EvidenceItem item) {
        return new EvidenceLine(item, actions, book, page::refresh);
    }
}

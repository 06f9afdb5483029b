package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.cordon.application.evidence.AcquisitionQueries;
import dev.cordon.application.evidence.PackageQueries;
import dev.cordon.application.evidence.PreserveLogLines;
import dev.cordon.application.evidence.PreserveOriginals;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.detection.AlertNavigation;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.util.ArrayList;
import java.util.List;

/** The items, each with its facts and what can be done with it. */
class EvidenceView extends IncidentTab.Content {

    private final Words words = Words.here();
    private final EvidenceActions actions;
    private final NameBook book;
    private final OpenIncident page;
    private final Card card = new Card(words.text("incident.tab.evidence"));
    private final Card acquisitions = new Card(words.text("acquisition.title"));
    private final Card packages = new Card(words.text("package.title"));
    private final Shown<List<EvidenceItem>> shown = new Shown<>();
    private final Shown<List<AcquisitionQueries.Shown>> shownAcquisitions = new Shown<>();
    private final Shown<Left> shownPackages = new Shown<>();
    private final Button export = new Button(words.text("package.make"), _ -> export());

    /** What left, and into whose hands. */
    private record Left(List<PackageQueries.Shown> made, List<Transfer> transfers) {

        List<Transfer> of(PackageId id) {
            return transfers.stream().filter(one -> one.evidencePackage().equals(id)).toList();
        }
    }

    EvidenceView(OpenIncident page, EvidenceActions actions, NameBook book) {
        this.actions = actions;
        this.book = book;
        this.page = page;
        var all = new Anchor("evidence", words.text("register.link"));
        all.addClassName("small");
        add(buttons(page), acquisitions, card, packages, all);
    }

    @Override
    public void refresh(Incident incident) {
        var items = actions.queries().of(incident.id());
        export.setEnabled(items.stream().anyMatch(EvidenceView::isHeld));
        if (shown.isNew(items)) {
            card.show(
                    items.isEmpty()
                            ? new Component[] {empty()}
                            : items.stream().map(this::item).toArray(Component[]::new));
        }
        refreshAcquisitions(incident);
        refreshPackages(incident);
    }

    private void refreshAcquisitions(Incident incident) {
        var asked = actions.acquisitions().queries().of(incident.id());
        acquisitions.setVisible(!asked.isEmpty());
        if (shownAcquisitions.isNew(asked)) {
            acquisitions.show(
                    asked.stream()
                            .map(one -> new AcquisitionLine(one, page, actions, book))
                            .toArray(Component[]::new));
        }
    }

    private static boolean isHeld(EvidenceItem item) {
        return !item.custody().isDisposedOf();
    }

    private void refreshPackages(Incident incident) {
        var left =
                new Left(
                        actions.packages().queries().of(incident.id()),
                        actions.transfers().queries().of(incident.id()));
        packages.setVisible(!left.made().isEmpty());
        if (shownPackages.isNew(left)) {
            var lines = new ArrayList<Component>();
            left.made().forEach(one -> lines.add(line(one, left)));
            lines.add(new VerifierLine(actions.packages().queries()));
            packages.show(lines.toArray(Component[]::new));
        }
    }

    private PackageLine line(PackageQueries.Shown one, Left left) {
        return new PackageLine(one, left.of(one.made().id()), actions, book, page::refresh);
    }

    private void export() {
        var held =
                actions.queries().of(page.incident().id()).stream()
                        .filter(EvidenceView::isHeld)
                        .toList();
        new PackageDialog(page, held, actions.packages().export()).open();
    }

    private Div buttons(OpenIncident page) {
        var line = new Div();
        line.addClassName("actions-line");
        if (actions.caller().may(Permission.EVIDENCE_COLLECT)) {
            collecting(page, line);
        }
        if (actions.caller().may(Permission.EVIDENCE_EXPORT)) {
            export.setId("evidence-package");
            line.add(export);
        }
        var preservation =
                new Button(
                        words.text("preservation.open"),
                        _ -> new PreservationDialog(page, actions, book).open());
        preservation.setId("evidence-preservation");
        line.add(preservation);
        return line;
    }

    private void collecting(OpenIncident page, Div line) {
        var upload =
                new Button(
                        words.text("evidence.upload"), _ -> new UploadDialog(page, actions).open());
        upload.setId("evidence-upload");
        for (var alert : actions.alerts().escalatedInto(page.incident().id().value())) {
            line.add(preserve(page, alert));
        }
        var acquire =
                new Button(
                        words.text("acquisition.ask"),
                        _ -> new AcquireDialog(page, actions).open());
        acquire.setId("evidence-acquire");
        line.add(upload, acquire);
    }

    /** What came in is preserved as it came; detection saw log lines alone. */
    private Button preserve(OpenIncident page, Alert alert) {
        var came = actions.preserve().queries().of(alert.id());
        var key = came.isEmpty() ? "LINES" : came.getFirst().form().name();
        var title = AlertNavigation.title(alert);
        var text = words.text("evidence.preserve." + key);
        var incident = page.incident().id();
        var preserving =
                came.isEmpty() ? lines(incident, alert.id()) : originals(incident, alert.id());
        var button = new Button(text, _ -> dialog(page, key, title, preserving).open());
        button.setId("evidence-preserve-" + alert.id());
        button.addClassName("evidence-preserve");
        button.setAriaLabel(words.text("evidence.preserve.of", text, title));
        return button;
    }

    /** Whoever may leave card numbers in says why, where they cannot be blotted out. */
    private PreserveDialog dialog(
            OpenIncident page, String key, String title, PreserveDialog.Preserving preserving) {
        var mayLeaveCards = actions.caller().may(Permission.EVIDENCE_LEAVE_CARDS);
        return new PreserveDialog(page, key, title, mayLeaveCards, preserving, actions.work());
    }

    private PreserveDialog.Preserving lines(IncidentId incident, AlertId alert) {
        return (purpose, because, progress) ->
                actions.preserve()
                        .logLines()
                        .preserve(
                                new PreserveLogLines.Command(
                                        incident, alert, purpose, because, progress));
    }

    private PreserveDialog.Preserving originals(IncidentId incident, AlertId alert) {
        return (purpose, because, _) ->
                actions.preserve()
                        .originals()
                        .preserve(new PreserveOriginals.Command(incident, alert, purpose, because));
    }

    private EmptyState empty() {
        return new EmptyState(words.text("evidence.empty"), words.text("evidence.empty.what"));
    }

    private Component item(EvidenceItem item) {
        return new EvidenceLine(item, actions, book, page::refresh);
    }
}

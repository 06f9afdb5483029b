package dev.cordon.ui.incident;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.detection.AlertNavigation;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.function.Supplier;

/** The alerts that became the incident, with what they count now. */
class AttackCard extends LiveCard<List<Alert>> {

    private final Words words = Words.here();
    private final AlertQueries alerts;
    private final Supplier<Incident> incident;

    AttackCard(AlertQueries alerts, Supplier<Incident> incident) {
        super(Words.here().text("attack.title"));
        this.alerts = alerts;
        this.incident = incident;
        setId("attack");
    }

    @Override
    protected List<Alert> read() {
        return alerts.escalatedInto(incident.get().id().value());
    }

    @Override
    protected void paint(List<Alert> found) {
        show(
                found.isEmpty()
                        ? new Component[] {
                            new EmptyState(
                                    words.text("attack.none"), words.text("attack.none.what"))
                        }
                        : found.stream().map(this::row).toArray(Component[]::new));
    }

    private Row row(Alert alert) {
        var finding = alert.finding();
        var moments = Moments.here();
        var what =
                new Span(
                        words.text(
                                "attack.counts",
                                finding.events(),
                                finding.successes(),
                                moments.moment(finding.startedAt()),
                                moments.moment(finding.lastSeenAt())));
        return new Row(Row.two(AlertNavigation.link(alert), what));
    }
}

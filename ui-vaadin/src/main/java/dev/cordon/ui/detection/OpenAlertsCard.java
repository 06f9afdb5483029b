package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreNames;
import java.util.List;
import java.util.Set;

/** The alerts that nobody has taken. */
class OpenAlertsCard extends LiveCard<List<AlertSummary>> {

    private static final int FEW = 4;
    private static final Alerts.Filter UNTAKEN = Alerts.Filter.of(Set.of(AlertStatus.NEW));

    private final Words words = Words.here();
    private final AlertQueries queries;
    private final StoreNames stores;

    OpenAlertsCard(AlertQueries queries, StoreNames stores) {
        super(Words.here().text("situation.alerts"));
        this.queries = queries;
        this.stores = stores;
        setId("untaken-alerts");
    }

    @Override
    protected List<AlertSummary> read() {
        return queries.lines(UNTAKEN, Page.Request.first(FEW)).items();
    }

    @Override
    protected void paint(List<AlertSummary> found) {
        if (found.isEmpty()) {
            show(
                    new EmptyState(
                            words.text("situation.alerts.none"),
                            words.text("situation.alerts.none.what")));
            return;
        }
        show(found.stream().map(this::row).toArray(Component[]::new));
    }

    private Row row(AlertSummary alert) {
        return new Row(
                Row.two(AlertNavigation.link(alert), new Span(stores.of(alert.store()))),
                new AlertSeverityChip(alert.severity()));
    }
}

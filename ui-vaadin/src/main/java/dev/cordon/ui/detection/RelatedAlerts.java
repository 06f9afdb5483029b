package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.function.Function;

/** What else the alert's addresses did in the store, and what was like it. */
class RelatedAlerts extends Div {

    private final Words words = Words.here();
    private final Function<AlertSummary, Anchor> links;

    /**
     * @param links to each
     */
    RelatedAlerts(AlertId id, AlertQueries queries, Function<AlertSummary, Anchor> links) {
        this.links = links;
        addClassName("proof");
        var elsewhere = queries.elsewhere(id);
        list("elsewhere", elsewhere);
        list(
                "similar",
                queries.similar(id).stream().filter(each -> !elsewhere.contains(each)).toList());
    }

    private void list(String name, List<AlertSummary> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        add(new H3(words.text("alert." + name)));
        for (var alert : alerts) {
            var line =
                    new Div(
                            new AlertSeverityChip(alert.severity()),
                            links.apply(alert),
                            new Chip(Tone.PLAIN, words.of(alert.status())));
            line.addClassName("card-line");
            add(line);
        }
    }
}

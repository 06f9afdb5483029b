package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.InstantSource;

/** The attacks of the last 24 hours, as bars and as a table. */
class AttacksCard extends LiveCard<HourlyAttacks> {

    private final Words words = Words.here();
    private final AlertQueries queries;
    private final InstantSource clock;
    private boolean tableOpen;

    AttacksCard(AlertQueries queries, InstantSource clock) {
        super(Words.here().text("chart.title"));
        this.queries = queries;
        this.clock = clock;
        setId("attacks");
        aside(words.text("chart.what"));
    }

    @Override
    protected HourlyAttacks read() {
        var now = clock.instant();
        return HourlyAttacks.of(queries.beginnings(HourlyAttacks.since(now)), now);
    }

    @Override
    protected void paint(HourlyAttacks found) {
        var table = new Details(words.text("chart.table"), table(found));
        table.setId("attacks-table");
        table.setOpened(tableOpen);
        table.addOpenedChangeListener(change -> tableOpen = change.isOpened());
        show(new AttackChart(found), legend(found), table);
    }

    private Div legend(HourlyAttacks attacks) {
        var legend = new Div();
        legend.addClassNames("small", "muted", "legend");
        for (var kind : attacks.kinds()) {
            var dot = new Span("●");
            dot.getStyle().set("color", AttackChart.color(kind));
            dot.getElement().setAttribute("aria-hidden", "true");
            legend.add(new Span(dot, new Span(" " + words.of(kind))));
        }
        return legend;
    }

    private Component table(HourlyAttacks attacks) {
        var table = new NativeTable();
        table.addClassName("data");
        var head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(words.text("chart.hour")));
        for (var kind : attacks.kinds()) {
            head.add(new NativeTableHeaderCell(words.of(kind)));
        }
        table.getHead().add(head);
        var moments = Moments.here();
        for (var hour : attacks.hours()) {
            var row = new NativeTableRow();
            row.add(new NativeTableCell(moments.moment(hour.from())));
            for (var kind : attacks.kinds()) {
                row.add(new NativeTableCell(words.text("number", hour.of(kind))));
            }
            table.getBody().add(row);
        }
        return table;
    }
}

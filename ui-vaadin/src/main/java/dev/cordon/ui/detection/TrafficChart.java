package dev.cordon.ui.detection;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.detection.log.TrafficCounts;
import dev.cordon.ui.detection.BarsOverTime.Bar;
import dev.cordon.ui.detection.BarsOverTime.Layer;
import dev.cordon.ui.detection.TrafficParts.Part;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A log's lines over time, as bars and as a table. */
class TrafficChart extends Div {

    private static final int LEFT = 56;

    /** A column of the table. */
    private record Column(String title, ToLongFunction<TrafficCounts> count) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("traffic.refused", TrafficCounts::refused),
                    new Column("traffic.failed", TrafficCounts::failed),
                    new Column("traffic.failedLogins", TrafficCounts::failedLogins),
                    new Column("traffic.failedOrders", TrafficCounts::failedOrders),
                    new Column("traffic.failedPayments", TrafficCounts::failedPayments));

    private final Words words = Words.here();
    private final Function<Instant, String> moment;

    TrafficChart(String id, String title, TrafficParts parts, Function<Instant, String> moment) {
        this.moment = moment;
        setId(id);
        addClassName("chart");
        var key = new Paragraph(words.text("traffic.key"));
        key.addClassNames("muted", "small");
        add(
                new H3(title),
                key,
                picture(title, parts),
                new Details(words.text("chart.table"), table(parts)));
    }

    private Svg picture(String title, TrafficParts parts) {
        var bars =
                parts.parts().stream()
                        .map(part -> new Bar(moment.apply(part.from()), layers(part.counts())))
                        .toList();
        return BarsOverTime.of(words.text("traffic.label", title), LEFT, parts.highest(), bars);
    }

    private static List<Layer> layers(TrafficCounts counts) {
        return List.of(
                new Layer(counts.lines(), "var(--c-low)"),
                new Layer(counts.refused() + counts.failed(), "var(--c-med)"),
                new Layer(counts.failed(), "var(--c-high)"));
    }

    /** Columns in which nothing is are left out. */
    private NativeTable table(TrafficParts parts) {
        var shown =
                COLUMNS.stream()
                        .filter(
                                column ->
                                        parts.parts().stream()
                                                .map(Part::counts)
                                                .anyMatch(
                                                        counts ->
                                                                column.count().applyAsLong(counts)
                                                                        > 0))
                        .toList();
        var table = new NativeTable();
        table.addClassName("data");
        var head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(words.text("activity.from")));
        head.add(new NativeTableHeaderCell(words.text("traffic.lines")));
        head.add(new NativeTableHeaderCell(words.text("traffic.bytes")));
        shown.forEach(column -> head.add(new NativeTableHeaderCell(words.text(column.title()))));
        table.getHead().add(head);
        for (var part : parts.parts()) {
            var row = new NativeTableRow();
            row.add(new NativeTableCell(moment.apply(part.from())));
            row.add(new NativeTableCell(words.text("number", part.counts().lines())));
            row.add(new NativeTableCell(Bytes.text(part.counts().bytes())));
            for (var column : shown) {
                long count = column.count().applyAsLong(part.counts());
                row.add(new NativeTableCell(words.text("number", count)));
            }
            table.getBody().add(row);
        }
        return table;
    }
}

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
import dev.cordon.ui.detection.TrafficParts.Part;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A log's lines over time, as bars and as a table. */
class TrafficChart extends Div {

    private static final int WIDTH = 420;
    private static final int BASE = 92;
    private static final int TALL = 76;
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
        var svg = new Svg(drawing(parts));
        svg.getElement().setAttribute("role", "img");
        svg.getElement().setAttribute("aria-label", words.text("traffic.label", title));
        var key = new Paragraph(words.text("traffic.key"));
        key.addClassNames("muted", "small");
        add(new H3(title), key, svg, new Details(words.text("chart.table"), table(parts)));
    }

    /** Numbers and times alone go into it, so nothing needs escaping. */
    private String drawing(TrafficParts parts) {
        long highest = Math.max(1, parts.highest());
        double step = (WIDTH - LEFT) / (double) parts.parts().size();
        var drawing =
                new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 112\">"
                                .formatted(WIDTH));
        line(drawing, BASE, 0);
        line(drawing, BASE - TALL, highest);
        int place = 0;
        for (var part : parts.parts()) {
            var counts = part.counts();
            double x = LEFT + place * step;
            rect(drawing, x, step, counts.lines(), highest, "var(--c-low)");
            rect(drawing, x, step, counts.refused() + counts.failed(), highest, "var(--c-med)");
            rect(drawing, x, step, counts.failed(), highest, "var(--c-high)");
            place++;
        }
        label(drawing, parts.parts().getFirst(), LEFT, "start");
        label(drawing, parts.parts().getLast(), WIDTH, "end");
        return drawing.append("</svg>").toString();
    }

    private void line(StringBuilder drawing, int y, long value) {
        drawing.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"var(--c-line)\"/>"
                                + "<text x=\"0\" y=\"%d\">%s</text>",
                        LEFT,
                        y,
                        WIDTH,
                        y,
                        y + 4,
                        words.text("number", value)));
    }

    private static void rect(
            StringBuilder drawing, double x, double step, long value, long highest, String color) {
        double height = Math.ceil(value * (double) TALL / highest);
        if (height > 0) {
            drawing.append(
                    String.format(
                            Locale.ROOT,
                            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                                    + " fill=\"%s\"/>",
                            x,
                            BASE - height,
                            Math.max(1, step - 2),
                            height,
                            color));
        }
    }

    private void label(StringBuilder drawing, Part part, int x, String anchor) {
        drawing.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                        x,
                        BASE + 16,
                        anchor,
                        moment.apply(part.from())));
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

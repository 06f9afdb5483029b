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
import dev.cordon.ui.detection.AlertActivity.Part;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.util.Locale;

/** An alert's addresses over its time, as bars and as a table. */
class ActivityChart extends Div {

    private static final int WIDTH = 420;
    private static final int BASE = 92;
    private static final int TALL = 76;
    private static final int LEFT = 34;

    private final Words words = Words.here();
    private final Moments moments = Moments.here();

    ActivityChart(AlertActivity activity) {
        setId("alert-activity");
        addClassName("chart");
        var what = new Paragraph(words.text("activity.what", moments.duration(activity.length())));
        what.addClassNames("muted", "small");
        var svg = new Svg(drawing(activity));
        svg.getElement().setAttribute("role", "img");
        svg.getElement().setAttribute("aria-label", words.text("activity.label"));
        add(new H3(words.text("activity.title")), what, svg);
        add(new Details(words.text("chart.table"), table(activity)));
    }

    /** Numbers and times alone go into it, so nothing needs escaping. */
    private String drawing(AlertActivity activity) {
        var highest = Math.max(1, activity.highest());
        var step = (WIDTH - LEFT) / (double) activity.parts().size();
        var drawing =
                new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 112\">"
                                .formatted(WIDTH));
        line(drawing, BASE, 0);
        line(drawing, BASE - TALL, highest);
        var place = 0;
        for (var part : activity.parts()) {
            bar(drawing, part, LEFT + place * step, step, highest);
            place++;
        }
        label(drawing, activity.parts().getFirst(), LEFT, "start");
        if (activity.parts().size() > 1) {
            label(drawing, activity.parts().getLast(), WIDTH, "end");
        }
        return drawing.append("</svg>").toString();
    }

    private void line(StringBuilder drawing, int y, int value) {
        drawing.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"var(--c-line)\"/>"
                                + "<text x=\"0\" y=\"%d\">%d</text>",
                        LEFT,
                        y,
                        WIDTH,
                        y,
                        y + 4,
                        value));
    }

    /** The darker part of a bar are those that began then. */
    private static void bar(StringBuilder drawing, Part part, double x, double step, int highest) {
        rect(drawing, x, step, part.active(), highest, "var(--c-med)");
        rect(drawing, x, step, part.began(), highest, "var(--c-high)");
    }

    private static void rect(
            StringBuilder drawing, double x, double step, int value, int highest, String color) {
        var height = Math.ceil(value * (double) TALL / highest);
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
                        moments.second(part.from())));
    }

    private NativeTable table(AlertActivity activity) {
        var table = new NativeTable();
        table.addClassName("data");
        var head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(words.text("activity.from")));
        head.add(new NativeTableHeaderCell(words.text("activity.active")));
        head.add(new NativeTableHeaderCell(words.text("activity.began")));
        table.getHead().add(head);
        for (var part : activity.parts()) {
            var row = new NativeTableRow();
            row.add(new NativeTableCell(moments.second(part.from())));
            row.add(new NativeTableCell(words.text("number", part.active())));
            row.add(new NativeTableCell(words.text("number", part.began())));
            table.getBody().add(row);
        }
        return table;
    }
}

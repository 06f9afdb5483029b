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
import dev.cordon.ui.detection.BarsOverTime.Bar;
import dev.cordon.ui.detection.BarsOverTime.Layer;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** An alert's addresses over its time, as bars and as a table. */
class ActivityChart extends Div {

    private static final int LEFT = 34;

    private final Words words = Words.here();
    private final Moments moments = Moments.here();

    ActivityChart(AlertActivity activity) {
        setId("alert-activity");
        addClassName("chart");
        var what = new Paragraph(words.text("activity.what", moments.duration(activity.length())));
        what.addClassNames("muted", "small");
        add(new H3(words.text("activity.title")), what, picture(activity));
        add(new Details(words.text("chart.table"), table(activity)));
    }

    /** The darker part of a bar are those that began then. */
    private Svg picture(AlertActivity activity) {
        var bars =
                activity.parts().stream()
                        .map(
                                part ->
                                        new Bar(
                                                moments.second(part.from()),
                                                List.of(
                                                        new Layer(part.active(), "var(--c-med)"),
                                                        new Layer(part.began(), "var(--c-high)"))))
                        .toList();
        return BarsOverTime.of(words.text("activity.label"), LEFT, activity.highest(), bars);
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

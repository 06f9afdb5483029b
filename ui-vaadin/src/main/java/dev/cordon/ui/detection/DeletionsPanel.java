package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;

/** The latest proofs of what was deleted of a log. */
class DeletionsPanel extends Div {

    private static final int SHOWN = 20;

    private final Words words = Words.here();
    private final Moments moments = Moments.here();

    DeletionsPanel(KeepingActions actions, SourceId log) {
        setId("deletions");
        add(new H3(words.text("deletions.title")));
        var latest = actions.queries().deletions(log, Page.Request.first(SHOWN));
        if (latest.items().isEmpty()) {
            var none = new Paragraph(words.text("deletions.none"));
            none.addClassName("muted");
            add(none);
        }
        latest.items().forEach(deletion -> add(row(deletion)));
        if (latest.next() != null) {
            add(new Paragraph(words.text("deletions.more", log)));
        }
    }

    private Row row(LogDeletion deletion) {
        var what =
                words.text(
                                "deletions.what",
                                moments.moment(deletion.at()),
                                deletion.lines(),
                                Bytes.text(deletion.to() - deletion.from()),
                                words.of(deletion.why()))
                        + (deletion.alert() == null ? "" : words.text("deletions.matched"));
        var proof =
                new Div(
                        new Span(
                                words.text(
                                        "deletions.times",
                                        moments.moment(deletion.firstTakenAt()),
                                        moments.moment(deletion.lastTakenAt()),
                                        deletion.retention().owner())),
                        new Mono(deletion.digest().hex()));
        return new Row(Row.two(new Span(what), proof));
    }
}

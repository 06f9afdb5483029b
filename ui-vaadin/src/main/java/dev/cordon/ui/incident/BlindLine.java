package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;

/** A time for which a log showed nothing: whoever reads the timeline must not take it for quiet. */
class BlindLine extends ListItem {

    BlindLine(BlindSpan span, Instant now) {
        var words = Words.here();
        var moments = Moments.here();
        addClassNames("ev", "blind");
        getElement().setAttribute("data-type", "blind");
        var when = new Div(TimeText.time(end(span, now)));
        when.addClassName("t");
        var dot = new Span();
        dot.addClassNames("dot", "blind");
        dot.getElement().setAttribute("role", "img");
        dot.getElement().setAttribute("aria-label", words.text("timeline.blind"));
        var title =
                new Span(words.text("timeline.blind.what", span.source(), words.of(span.why())));
        title.addClassName("strong");
        var times =
                new Div(
                        span.until() == null
                                ? words.text("timeline.blind.since", moments.moment(span.from()))
                                : words.text(
                                        "timeline.blind.times",
                                        moments.moment(span.from()),
                                        moments.moment(span.until())));
        times.addClassName("small");
        var what = new Div(new Div(title), times);
        what.addClassName("what");
        add(when, dot, what);
    }

    /** Where it stands among the entries, latest first. */
    static Instant end(BlindSpan span, Instant now) {
        return span.until() == null ? now : span.until();
    }
}

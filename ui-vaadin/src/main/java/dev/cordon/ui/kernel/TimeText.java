package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A moment in the viewer's zone; hovering shows it exactly, in the zone of the law and in UTC. */
@Tag("time")
public class TimeText extends Component implements HasText, HasStyle {

    private TimeText(String text, Instant at, String hover) {
        setText(text);
        addClassName("num");
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("title", hover);
    }

    /** {@code Mon 23 Nov, 14:05}. */
    public static TimeText moment(Instant at) {
        var moments = Moments.here();
        return new TimeText(moments.moment(at), at, hover(moments, at, null));
    }

    /** {@code Mon 23 Nov, 14:05}, and on hover as the law of that zone counts it. */
    public static TimeText legal(Instant at, ZoneId law) {
        var moments = Moments.here();
        return new TimeText(moments.moment(at), at, hover(moments, at, law));
    }

    /** With its year, seconds and zone, where nothing may be left to guess. */
    public static TimeText exact(Instant at) {
        var moments = Moments.here();
        return new TimeText(moments.exact(at), at, hover(moments, at, null));
    }

    /** {@code Monday 23 November 2026}, of what is years away. */
    public static TimeText day(Instant at) {
        var moments = Moments.here();
        return new TimeText(moments.day(at), at, hover(moments, at, null));
    }

    /** {@code 14:05}. */
    public static TimeText time(Instant at) {
        var moments = Moments.here();
        return new TimeText(moments.time(at), at, hover(moments, at, null));
    }

    static String hover(Moments moments, Instant at, @Nullable ZoneId law) {
        var exact = moments.exact(at) + " · " + moments.exact(at, ZoneOffset.UTC);
        return law == null
                ? exact
                : moments.words().text("time.legal", moments.exact(at, law)) + " · " + exact;
    }
}

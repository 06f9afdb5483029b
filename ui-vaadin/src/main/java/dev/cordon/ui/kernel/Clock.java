package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A clock that ticks in the browser: the time since something, or until something is due.
 *
 * <p>Below a quarter of the time it turns amber and says so, once late it turns red and says so.
 */
@Tag("cordon-clock")
@JavaScript("context://cordon/cordon.js")
public class Clock extends Component implements HasStyle {

    private Clock(String mode, Instant from, Instant now) {
        addClassName("clock");
        getElement().setAttribute(mode, from.toString());
        getElement().setAttribute("now", now.toString());
    }

    public static Clock since(Instant from, Instant now, String label) {
        return new Clock("since", from, now).labelled(label, from, null);
    }

    /** Runs from the start to the deadline; the zone is that of the law that sets it. */
    public static Clock until(
            Instant start, Instant deadline, Instant now, String label, @Nullable ZoneId law) {
        var words = Words.here();
        var clock = new Clock("until", deadline, now).labelled(label, deadline, law);
        clock.getElement().setAttribute("start", start.toString());
        clock.getElement().setAttribute("soon", words.text("clock.soon"));
        clock.getElement().setAttribute("late", words.text("clock.late"));
        return clock;
    }

    public boolean hasDeadline() {
        return getElement().hasAttribute("until");
    }

    /** Small, for a line in a list. */
    public Clock inline() {
        addClassName("inline");
        return this;
    }

    /** Stands still: the time is over or was met. */
    public Clock stoppedAt(Instant at) {
        getElement().setAttribute("stopped", at.toString());
        return this;
    }

    private Clock labelled(String label, Instant at, @Nullable ZoneId law) {
        getElement().setAttribute("label", label);
        getElement().setAttribute("title", TimeText.hover(Moments.here(), at, law));
        return this;
    }
}

package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.time.Instant;

/**
 * What a log showed in the last 24 hours and the last 30 days, in numbers that outlive its lines.
 */
class TrafficDialog extends AskDialog {

    private static final int HOURS = 24;
    private static final int DAYS = 30;

    TrafficDialog(SourceActions actions, LogSource log) {
        super(
                "traffic-dialog",
                Words.here().text("traffic.of", log.name()),
                Words.here().text("traffic.text"),
                "");
        readOnly();
        var words = Words.here();
        var moments = Moments.here();
        var now = actions.clock().instant();
        var zone = moments.zone();
        var firstDay = now.atZone(zone).toLocalDate().minusDays(DAYS - 1L).atStartOfDay(zone);
        var parts =
                actions.traffic().of(log.id(), TrafficStep.HOUR, firstDay.toInstant(), end(now));
        if (parts.isEmpty()) {
            with(new Paragraph(words.text("traffic.none")));
            return;
        }
        var day = TrafficParts.hours(parts, end(now).minus(Duration.ofHours(HOURS)), HOURS);
        var month = TrafficParts.days(parts, firstDay, DAYS);
        with(
                new TrafficChart("traffic-day", words.text("traffic.day"), day, moments::moment),
                new TrafficChart(
                        "traffic-month", words.text("traffic.month"), month, moments::day));
    }

    /** Of the hour that goes on. */
    private static Instant end(Instant now) {
        return TrafficStep.HOUR.floor(now).plus(TrafficStep.HOUR.length());
    }
}

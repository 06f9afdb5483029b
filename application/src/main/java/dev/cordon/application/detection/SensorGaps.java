package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.sensor.SensorBook.Gap;
import dev.cordon.domain.detection.sensor.SensorFinding;
import java.io.IOException;
import java.util.List;

/** Marks for which time a sensor's batches are missing, and tells people of it. */
@Supporting
class SensorGaps {

    private final SensorBooks books;
    private final BlindSpans spans;
    private final SensorAlerts alerts;
    private final UnitOfWork work;
    private final Ids ids;

    SensorGaps(SensorBooks books, BlindSpans spans, SensorAlerts alerts, UnitOfWork work, Ids ids) {
        this.books = books;
        this.spans = spans;
        this.alerts = alerts;
        this.work = work;
        this.ids = ids;
    }

    void mark(LogSource log) throws IOException {
        var gaps = books.of(log.id()).gaps();
        if (!gaps.isEmpty()) {
            work.run(() -> gaps.forEach(gap -> mark(log, gap)));
            books.write(log.id(), book -> book.told(gaps));
        }
    }

    private void mark(LogSource log, Gap gap) {
        var span =
                new BlindSpan(
                        ids.next(),
                        log.id(),
                        log.store(),
                        Blindness.GAP,
                        gap.from(),
                        gap.to(),
                        null);
        spans.begin(span.toldBy(alerts.tell(new SensorFinding(log, span, List.of()))));
    }
}

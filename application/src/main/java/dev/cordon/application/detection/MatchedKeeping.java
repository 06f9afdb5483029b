package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Piece;
import dev.cordon.application.detection.MatchedLines.Cut;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the lines behind alerts when the log around them goes. */
@Supporting
class MatchedKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(MatchedKeeping.class);

    /** So long they are kept after that. */
    static final Duration KEPT_FOR = Duration.ofDays(365);

    /** Lines that come late speak of what was days before. */
    private static final Duration LATE = Duration.ofDays(7);

    private static final Duration SOON = Duration.ofHours(1);

    /** Of so many alerts at most, the most urgent first: each reads the piece once. */
    private static final int MOST_ALERTS = 50;

    private final AlertsInLog alerts;
    private final MatchedLines matched;
    private final LogSpool spool;
    private final DetectionSettings settings;
    private final UnitOfWork work;

    MatchedKeeping(
            AlertsInLog alerts,
            MatchedLines matched,
            LogSpool spool,
            DetectionSettings settings,
            UnitOfWork work) {
        this.alerts = alerts;
        this.matched = matched;
        this.spool = spool;
        this.settings = settings;
        this.work = work;
    }

    /** Cuts the lines of each alert out of a piece that is about to go. */
    void keep(LogSource log, Piece piece, Instant now) throws IOException {
        var found =
                work.commit(
                        () ->
                                alerts.between(
                                        log,
                                        piece.firstTakenAt().minus(LATE),
                                        piece.lastTakenAt().plus(SOON),
                                        MOST_ALERTS));
        for (var each : found) {
            try (var lines =
                    CampaignLines.of(spool, log, piece.stretch(), each.finding(), settings, now)) {
                matched.keep(log.id(), each.alert(), piece.stretch(), lines);
            } catch (Damaged broken) {
                LOG.error(
                        "the lines behind an alert could not be kept, for the log does not open"
                                + " log={} alert={}",
                        log.id(),
                        each.alert(),
                        broken);
            }
        }
    }

    /** What was kept for long enough. */
    List<Cut> over(LogSource log, Instant now) throws IOException {
        return matched.of(log.id()).stream()
                .filter(cut -> cut.keptAt().isBefore(now.minus(KEPT_FOR)))
                .toList();
    }
}

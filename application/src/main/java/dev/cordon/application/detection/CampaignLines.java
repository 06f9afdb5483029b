package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.LineSelector;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.LogSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * The log lines that belong to a campaign, cut out of the source's log while it is read: whole, in
 * their order, as they came in.
 */
public final class CampaignLines extends InputStream {

    private static final int PIECE = 256 * 1024;

    private final InputStream log;
    private final LineSelector selector;
    private final LogReader reader;
    private final Instant readAt;
    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final byte[] piece = new byte[PIECE];
    private byte[] ready = new byte[0];
    private int given;
    private LongConsumer watching = _ -> {};
    private long searched;
    private long lines;
    private boolean ended;

    private CampaignLines(
            InputStream log,
            LogSource source,
            Finding finding,
            DetectionSettings settings,
            Instant at) {
        this.log = log;
        this.selector = finding.lines(source.id().value());
        this.readAt = at;
        this.reader =
                new LogReader(
                        source.format(),
                        source.zone(),
                        settings.limits().longestLine(),
                        settings.limits().futureTolerance(),
                        this::take);
    }

    /** Those that the spool still keeps. The caller closes it. */
    public static CampaignLines of(
            LogSpool spool,
            LogSource source,
            Finding finding,
            DetectionSettings settings,
            Instant at)
            throws IOException {
        return of(spool, source, spool.kept(source.id()), finding, settings, at);
    }

    /** Those in a part of the log. The caller closes it. */
    static CampaignLines of(
            LogSpool spool,
            LogSource source,
            Stretch part,
            Finding finding,
            DetectionSettings settings,
            Instant at)
            throws IOException {
        var lines = new CampaignLines(spool.open(source.id(), part), source, finding, settings, at);
        lines.reader.skipTo(part.from());
        return lines;
    }

    /** Told how many bytes of the log are searched by then, piece by piece. */
    void watchedBy(LongConsumer told) {
        watching = told;
    }

    /** How many were handed out so far. */
    public long lines() {
        return lines;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[given++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(length, ready.length - given);
        System.arraycopy(ready, given, into, offset, now);
        given += now;
        return now;
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private boolean fill() throws IOException {
        while (given == ready.length && !ended) {
            int got = log.read(piece);
            if (got < 0) {
                reader.end();
                ended = true;
            } else {
                reader.feed(piece, 0, got, readAt);
                searched += got;
                watching.accept(searched);
            }
            ready = found.toByteArray();
            found.reset();
            given = 0;
        }
        return given < ready.length;
    }

    private void take(EventCursor line) {
        if (selector.matches(line, reader.eventStart())) {
            line.copyTo(found);
            found.write('\n');
            lines++;
        }
    }
}

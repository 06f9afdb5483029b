package dev.cordon.application.detection;

import dev.cordon.application.detection.MatchedLines.Cut;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;

/**
 * All lines behind an alert that are still there: first those that were kept when the log around
 * them went, then those that the spool keeps.
 */
public final class AlertLines extends InputStream {

    private final MatchedLines matched;
    private final Deque<Cut> cuts;
    private final CampaignLines rest;
    private InputStream current = InputStream.nullInputStream();
    private long lines;

    private AlertLines(MatchedLines matched, Deque<Cut> cuts, CampaignLines rest) {
        this.matched = matched;
        this.cuts = cuts;
        this.rest = rest;
    }

    /** The caller closes it. */
    public static AlertLines of(
            MatchedLines matched,
            LogSpool spool,
            LogSource source,
            Alert alert,
            DetectionSettings settings,
            Instant at)
            throws IOException {
        var rest = CampaignLines.of(spool, source, alert.finding(), settings, at);
        long keptFrom = spool.kept(source.id()).from();
        var cuts = new ArrayDeque<Cut>();
        matched.of(source.id()).stream()
                .filter(cut -> cut.alert().equals(alert.id()) && cut.cutFrom().to() <= keptFrom)
                .forEach(cuts::add);
        return new AlertLines(matched, cuts, rest);
    }

    /**
     * Lets somebody watch how far the search is, which comes before every line that is handed out.
     *
     * @param searched told how many bytes of what the spool keeps are searched by then
     */
    public void watchedBy(LongConsumer searched) {
        rest.watchedBy(searched);
    }

    /** How many were handed out so far. */
    public long lines() {
        return lines + rest.lines();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = current.read(into, offset, length);
        while (got < 0 && !cuts.isEmpty()) {
            current.close();
            current = matched.open(cuts.removeFirst());
            got = current.read(into, offset, length);
        }
        if (got < 0) {
            return rest.read(into, offset, length);
        }
        for (int i = offset; i < offset + got; i++) {
            lines += into[i] == '\n' ? 1 : 0;
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        try (rest) {
            current.close();
        }
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SecretMark;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** The way of every line from a door to the disk. The database is not on it. */
@Supporting
class TakingLines {

    private static final int MARK_KEY = 32;

    private final SourceDirectory directory;
    private final LogSources sources;
    private final IntakePace pace;
    private final LogSpool spool;
    private final StoreWatches watches;
    private final Caller caller;
    private final SecretMark mark = mark();

    TakingLines(
            SourceDirectory directory,
            LogSources sources,
            IntakePace pace,
            LogSpool spool,
            StoreWatches watches,
            Caller caller) {
        this.directory = directory;
        this.sources = sources;
        this.pace = pace;
        this.spool = spool;
        this.watches = watches;
        this.caller = caller;
    }

    /**
     * The source, if the caller may send to it. Only one that the directory does not know is looked
     * for in the database: a sender that hears "not found" drops its lines, one that hears "not
     * now" keeps them.
     */
    LogSource source(SourceId id) {
        var known = directory.find(id);
        if (known.isEmpty()) {
            return sources.get(id, caller.scope());
        }
        return known.filter(source -> caller.scope().covers(source.store()))
                .orElseThrow(() -> new NotFound("log source " + id));
    }

    /** How many bytes were added: none if the batch was taken before. */
    long take(LogSource source, @Nullable String batch, InputStream lines) throws IOException {
        var counted = pace.counted(source.id(), lines);
        var stretch = spool.append(source.id(), batch, new RedactedLines(counted, mark));
        watches.news(source);
        return stretch.map(LogSpool.Stretch::length).orElse(0L);
    }

    private static SecretMark mark() {
        var key = new byte[MARK_KEY];
        new SecureRandom().nextBytes(key);
        return new SecretMark(key);
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A stretch of what a source sent. */
record SpooledLog(LogSource log, LogSpool spool, Stretch stretch) implements ReadableLog {

    @Override
    public LogFormat format() {
        return log.format();
    }

    @Override
    public ZoneId zone() {
        return log.zone();
    }

    @Override
    public @Nullable Instant begin() {
        return null;
    }

    @Override
    public long size() {
        return stretch.length();
    }

    @Override
    public InputStream open() throws IOException {
        return spool.open(log.id(), stretch);
    }

    @Override
    public String toString() {
        return "log source " + log.id();
    }
}

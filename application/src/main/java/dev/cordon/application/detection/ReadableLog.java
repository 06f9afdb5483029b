package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A log that is read once, from its beginning to its end. */
public interface ReadableLog {

    LogFormat format();

    /** Of its clock, for formats whose lines do not say. */
    ZoneId zone();

    /** When its first event happened, as far as is known without opening it; null if it is not. */
    @Nullable Instant begin();

    /** How many bytes it has at least; 0 if nobody knows. */
    long size();

    /** Its bytes. The caller closes it. */
    InputStream open() throws IOException;
}

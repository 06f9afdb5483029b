package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorBook;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** How far each sensor was counted, on disk: also while the database is away. */
public interface SensorBooks {

    /** {@link SensorBook#EMPTY} if nothing came yet. */
    SensorBook of(SourceId source);

    /** Writes on; one at a time for each source. */
    void write(SourceId source, UnaryOperator<SensorBook> entry) throws IOException;
}

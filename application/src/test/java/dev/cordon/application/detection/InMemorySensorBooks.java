package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorBook;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@link SensorBooks} without a disk. */
public final class InMemorySensorBooks implements SensorBooks {

    private final Map<SourceId, SensorBook> books = new HashMap<>();

    @Override
    public SensorBook of(SourceId source) {
        return books.getOrDefault(source, SensorBook.EMPTY);
    }

    @Override
    public void write(SourceId source, UnaryOperator<SensorBook> entry) {
        books.put(source, entry.apply(of(source)));
    }
}

package dev.cordon.infra.detection;

import dev.cordon.application.detection.SensorBooks;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorBook;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A small file for each sensor, replaced as a whole. One that cannot be read begins anew. */
final class FolderSensorBooks implements SensorBooks {

    private static final Logger LOG = LoggerFactory.getLogger(FolderSensorBooks.class);

    private final Path folder;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<SourceId, SensorBook> known = new ConcurrentHashMap<>();

    FolderSensorBooks(Path folder) {
        this.folder = folder;
    }

    @Override
    public SensorBook of(SourceId source) {
        return known.computeIfAbsent(source, this::read);
    }

    @Override
    public synchronized void write(SourceId source, UnaryOperator<SensorBook> entry)
            throws IOException {
        var book = entry.apply(of(source));
        OwnerOnly.write(file(source), json.writeValueAsBytes(book));
        known.put(source, book);
    }

    private SensorBook read(SourceId source) {
        var file = file(source);
        try {
            if (Files.exists(file)) {
                return json.readValue(Files.readAllBytes(file), SensorBook.class);
            }
        } catch (IOException | JacksonException e) {
            LOG.warn(
                    "what a sensor counted is not known any more and begins anew file={}", file, e);
        }
        return SensorBook.EMPTY;
    }

    private Path file(SourceId source) {
        return folder.resolve(source.value() + ".json");
    }
}

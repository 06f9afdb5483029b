package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.SensorBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSensorBooksTest {

    private static final SourceId SENSOR = new SourceId("sensor-of-a-store");
    private static final String RUN = "0123456789abcdef";
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void whatWasCountedOutlivesTheProgram() throws IOException {
        var books = new FolderSensorBooks(folder);
        books.write(SENSOR, book -> book.heard(RUN, 7, NOON));
        books.write(SENSOR, book -> book.heard(RUN, 9, NOON.plusSeconds(60)));

        var after = new FolderSensorBooks(folder).of(SENSOR);

        assertThat(after).isEqualTo(books.of(SENSOR));
        assertThat(after.gaps()).hasSize(1);
        assertThat(after.heard(RUN, 10, NOON).gaps()).hasSize(1);
    }

    @Test
    void aFileThatIsDamagedBeginsAnewAndIsNoGap() throws IOException {
        new FolderSensorBooks(folder).write(SENSOR, book -> book.heard(RUN, 7, NOON));
        Files.writeString(folder.resolve("sensor-of-a-store.json"), "{\"run\":");

        var books = new FolderSensorBooks(folder);

        assertThat(books.of(SENSOR)).isEqualTo(SensorBook.EMPTY);
        books.write(SENSOR, book -> book.heard(RUN, 9, NOON));
        assertThat(books.of(SENSOR).gaps()).isEmpty();
    }
}

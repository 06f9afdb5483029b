package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMatchedLinesTest {

    private static final SourceId SHOP = new SourceId("shop-access");
    private static final AlertId ALERT = new AlertId(new UUID(1, 2));
    private static final Stretch PART = new Stretch(10, 90);

    @TempDir Path folder;

    @Test
    void linesAreReadBackAndGoWhenToldTo() throws IOException {
        var matched = FolderMatchedLines.open(folder);

        matched.keep(SHOP, ALERT, PART, lines("one\ntwo\n"));

        var cut = FolderMatchedLines.open(folder).of(SHOP).getFirst();
        assertThat(cut.alert()).isEqualTo(ALERT);
        assertThat(cut.cutFrom()).isEqualTo(PART);
        try (var read = matched.open(cut)) {
            assertThat(read).hasContent("one\ntwo\n");
        }
        matched.delete(cut);
        assertThat(matched.of(SHOP)).isEmpty();
    }

    @Test
    void nothingIsKeptWhereNothingMatched() throws IOException {
        var matched = FolderMatchedLines.open(folder);

        matched.keep(SHOP, ALERT, PART, lines(""));

        assertThat(matched.of(SHOP)).isEmpty();
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        var matched = FolderMatchedLines.open(folder);

        assertThatThrownBy(() -> matched.keep(SHOP, ALERT, PART, new Broken()))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve(SHOP.value())).isEmptyDirectory();
    }

    @Test
    void whatAKillLeftGoesAtTheNextStart() throws IOException {
        var left = Files.createDirectories(folder.resolve(SHOP.value())).resolve("incoming-7");
        Files.writeString(left, "personal data");

        var unused = FolderMatchedLines.open(folder);

        assertThat(left).doesNotExist();
    }

    private static InputStream lines(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken off");
        }
    }
}

package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMatchedLinesTest {

    private static final SourceId SHOP = new SourceId("shop-access");
    private static final AlertId ALERT = new AlertId(new UUID(1, 2));
    private static final Stretch PART = new Stretch(10, 90);

    @TempDir Path folder;
    @TempDir Path other;
    private FileKeys keys;

    @BeforeEach
    void keys() {
        keys = TestKeys.of(other.resolve("keys.json"));
    }

    @Test
    void linesAreReadBackAndGoWhenToldTo() throws IOException {
        var matched = FolderMatchedLines.open(folder, keys);

        matched.keep(SHOP, ALERT, PART, lines("one\ntwo\n"));

        var cut = FolderMatchedLines.open(folder, keys).of(SHOP).getFirst();
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
        var matched = FolderMatchedLines.open(folder, keys);

        matched.keep(SHOP, ALERT, PART, lines(""));

        assertThat(matched.of(SHOP)).isEmpty();
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        var matched = FolderMatchedLines.open(folder, keys);

        assertThatThrownBy(() -> matched.keep(SHOP, ALERT, PART, new Broken()))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve(SHOP.value())).isEmptyDirectory();
    }

    @Test
    void whatAKillLeftGoesAtTheNextStart() throws IOException {
        var left = Files.createDirectories(folder.resolve(SHOP.value())).resolve("incoming-7");
        Files.writeString(left, "personal data");

        var unused = FolderMatchedLines.open(folder, keys);

        assertThat(left).doesNotExist();
    }

    @Test
    void linesOfAnEarlierVersionAreReadAndReplacedBySealedOnes() throws IOException {
        var shop = Files.createDirectories(folder.resolve(SHOP.value()));
        var plain = shop.resolve("%020d-%020d.%s".formatted(10, 90, ALERT.value()));
        Files.writeString(plain, "one\n");
        var matched = FolderMatchedLines.open(folder, keys);
        try (var read = matched.open(matched.of(SHOP).getFirst())) {
            assertThat(read).hasContent("one\n");
        }

        matched.keep(SHOP, ALERT, PART, lines("two\n"));

        assertThat(plain).doesNotExist();
        assertThat(matched.of(SHOP)).hasSize(1);
        try (var read = matched.open(matched.of(SHOP).getFirst())) {
            assertThat(read).hasContent("two\n");
        }
    }

    @Test
    void linesKeptForAnotherAlertDoNotOpenForThisOne() throws IOException {
        var matched = FolderMatchedLines.open(folder, keys);
        matched.keep(SHOP, new AlertId(new UUID(3, 4)), PART, lines("theirs\n"));
        var theirs = folder.resolve(SHOP.value()).toFile().listFiles()[0].toPath();

        Files.move(
                theirs,
                theirs.resolveSibling("%020d-%020d.%s.sealed".formatted(10, 90, ALERT.value())));

        var cut = matched.of(SHOP).getFirst();
        assertThatThrownBy(() -> matched.open(cut)).isInstanceOf(SealBroken.class);
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

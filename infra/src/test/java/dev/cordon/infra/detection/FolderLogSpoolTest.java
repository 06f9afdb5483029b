package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FolderLogSpoolTest {

    private static final SourceId SHOP = new SourceId("shop-access");
    private static final SourceId OTHER = new SourceId("other-access");

    @TempDir Path folder;

    @Test
    void linesAreReadBackAsTheyCameIn() throws IOException {
        var spool = spool();

        append(spool, "one\ntwo\n");
        append(spool, "three\n");

        assertThat(read(spool)).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void theLastLineOfABatchNeverRunsIntoTheNextBatch() throws IOException {
        var spool = spool();

        var first = append(spool, "one");
        append(spool, "two\n");

        assertThat(first).contains(new Stretch(0, 4));
        assertThat(read(spool)).isEqualTo("one\ntwo\n");
    }

    @Test
    void anEmptyBatchAddsNothing() throws IOException {
        var spool = spool();

        assertThat(append(spool, "")).contains(new Stretch(0, 0));
        assertThat(spool.kept(SHOP).length()).isZero();
    }

    @Test
    void sourcesAreKeptApart() throws IOException {
        var spool = spool();

        append(spool, "shop\n");
        spool.append(OTHER, null, in("other\n"));

        assertThat(read(spool)).isEqualTo("shop\n");
    }

    @Test
    void aBatchOfTheSameNameIsTakenOnceAlsoAfterARestart() throws IOException {
        spool().append(SHOP, "batch-7", in("one\n"));

        var again = spool().append(SHOP, "batch-7", in("one\n"));

        assertThat(again).isEmpty();
        assertThat(read(spool())).isEqualTo("one\n");
    }

    @Test
    void aBatchOfTheSameNameIsTakenOnceAlsoWhenItsLinesAreGone() throws IOException {
        var small = new SpoolSettings(bytes(10), bytes(10), bytes(10));
        var spool = spool(small);
        for (int i = 0; i < 5; i++) {
            spool.append(SHOP, "batch-" + i, in("line-" + i + "-of\n"));
            spool.release(SHOP, spool.kept(SHOP).to());
        }
        deleteBeyond(10, spool);
        assertThat(spool.kept(SHOP).from()).isPositive();

        assertThat(spool.append(SHOP, "batch-0", in("line-0-of\n"))).isEmpty();
        assertThat(spool(small).append(SHOP, "batch-1", in("line-1-of\n"))).isEmpty();
        assertThat(spool(small).append(SHOP, "batch-9", in("line-9-of\n"))).isPresent();
    }

    @Test
    void aListOfBatchesGoesOnceItsNamesAreForgotten() throws IOException {
        var list = Files.writeString(folder.resolve("0.log.batches"), "0 5 first\n5 9 second\n");
        var names = new BatchNames(List.of(list));
        assertThat(names.contains("second")).isTrue();

        for (int i = 0; i < 50_000; i++) {
            names.add("later-" + i);
        }
        names.keep(Files.writeString(folder.resolve("9.log.batches"), "9 12 later-49999\n"));

        assertThat(names.contains("second")).isFalse();
        assertThat(list).doesNotExist();
        assertThat(folder.resolve("9.log.batches")).exists();
    }

    @Test
    void aBatchThatBreaksOffLeavesNothing() throws IOException {
        var spool = spool();
        append(spool, "one\n");

        assertThatThrownBy(
                        () ->
                                spool.append(
                                        SHOP,
                                        null,
                                        new SequenceInputStream(in("two\n"), new BreaksOff())))
                .isInstanceOf(IOException.class);

        assertThat(read(spool)).isEqualTo("one\n");
        assertThat(shopFolder().toFile().list()).noneMatch(name -> name.startsWith("incoming"));
    }

    @Test
    void aBatchBeyondTheLimitIsRefusedWhole() throws IOException {
        var spool = spool(new SpoolSettings(bytes(100), bytes(100), bytes(10)));

        assertThatThrownBy(() -> append(spool, "12345678901\n"))
                .isInstanceOf(LogSpool.BatchTooLarge.class)
                .hasMessageContaining("none of it was taken");
        assertThat(spool.kept(SHOP).length()).isZero();
    }

    @Test
    void whatAKillLeftBehindTheLastBatchIsCutOff() throws IOException {
        append(spool(), "one\ntwo\n");
        write(segment(0), "half a li");
        Files.writeString(shopFolder().resolve("incoming-123"), "staged when it died");

        var spool = spool();
        append(spool, "three\n");

        assertThat(read(spool)).isEqualTo("one\ntwo\nthree\n");
        assertThat(shopFolder().resolve("incoming-123")).doesNotExist();
    }

    @Test
    void aBatchWhoseListLineWasTornWasNeverTaken() throws IOException {
        append(spool(), "one\n");
        write(segment(0), "two\n");
        write(list(0), "4 8");

        var spool = spool();

        assertThat(read(spool)).isEqualTo("one\n");
        assertThat(append(spool, "two again\n")).contains(new Stretch(4, 14));
        assertThat(read(spool())).isEqualTo("one\ntwo again\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 4000 -\n",
                "4 2 -\n",
                "0 4 -\n",
                "4 x -\n",
                "\n",
                "\0\0\0\0\n",
                "4 99999999999999999999 -\n"
            })
    void aListThatSpeaksOfBytesThatAreNotThereIsNotBelieved(String line) throws IOException {
        append(spool(), "one\n");
        write(list(0), line);

        assertThat(read(spool())).isEqualTo("one\n");
    }

    @Test
    void placesGoOnOverManyFiles() throws IOException {
        var spool = spool(new SpoolSettings(bytes(8), bytes(1_000), bytes(100)));
        for (int i = 0; i < 9; i++) {
            append(spool, "line " + i + "\n");
        }

        assertThat(shopFolder().toFile().list()).filteredOn(n -> n.endsWith(".sealed")).hasSize(5);
        assertThat(read(spool)).startsWith("line 0\nline 1\n").endsWith("line 8\n");
        try (var middle = spool.open(SHOP, new Stretch(7, 21))) {
            assertThat(new String(middle.readAllBytes(), UTF_8)).isEqualTo("line 1\nline 2\n");
        }
    }

    @Test
    void theOldestLinesGoAndTheOthersKeepTheirPlaces() throws IOException {
        var spool = spool(new SpoolSettings(bytes(8), bytes(30), bytes(100)));
        for (int i = 0; i < 9; i++) {
            append(spool, "line " + i + "\n");
            spool.release(SHOP, spool.kept(SHOP).to());
        }
        deleteBeyond(30, spool);

        var kept = spool.kept(SHOP);

        assertThat(kept).isEqualTo(new Stretch(42, 63));
        assertThat(read(spool)).isEqualTo("line 6\nline 7\nline 8\n");
        assertThatThrownBy(() -> spool.open(SHOP, new Stretch(0, 63)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are not kept");
    }

    @Test
    void whoeverReadsIsNotCutOffWhenOldLinesGoMeanwhile() throws IOException {
        var spool = spool(new SpoolSettings(bytes(8), bytes(30), bytes(100)));
        for (int i = 0; i < 4; i++) {
            append(spool, "line " + i + "\n");
        }

        String read;
        try (var lines = spool.open(SHOP, spool.kept(SHOP))) {
            for (int i = 4; i < 20; i++) {
                append(spool, "line " + i + "\n");
                spool.release(SHOP, spool.kept(SHOP).to());
            }
            deleteBeyond(30, spool);
            read = new String(lines.readAllBytes(), UTF_8);
        }

        assertThat(read).startsWith("line 0\n").endsWith("line 3\n");
    }

    @Test
    void unreadLinesAreNeverGivenUpForNewOnes() throws IOException {
        var settings = new SpoolSettings(bytes(8), bytes(30), bytes(100));
        var spool = spool(settings);
        for (int i = 0; i < 5; i++) {
            append(spool, "line " + i + "\n");
        }

        assertThatThrownBy(() -> append(spool, "line 5\n"))
                .isInstanceOf(LogSpool.SpoolFull.class)
                .hasMessageContaining("none of the batch was taken");
        assertThat(read(spool)).startsWith("line 0\n").endsWith("line 4\n");

        spool.release(SHOP, 14);
        append(spool, "line 5\n");
        deleteBeyond(30, spool);

        assertThat(read(spool)).startsWith("line 2\n").endsWith("line 5\n");
    }

    @Test
    void whatWasReadMakesRoomAlsoAfterARestart() throws IOException {
        var settings = new SpoolSettings(bytes(8), bytes(30), bytes(100));
        var before = spool(settings);
        for (int i = 0; i < 5; i++) {
            append(before, "line " + i + "\n");
        }
        before.release(SHOP, 35);

        var spool = spool(settings);
        append(spool, "line 5\n");
        deleteBeyond(30, spool);

        assertThat(read(spool)).startsWith("line 2\n").endsWith("line 5\n");
    }

    @Test
    void nothingIsDeletedThatMayNotGoOrIsNotTheOldest() throws IOException {
        var spool = spool(new SpoolSettings(bytes(8), bytes(1_000), bytes(100)));
        for (int i = 0; i < 4; i++) {
            append(spool, "line " + i + "\n");
        }
        var pieces = spool.pieces(SHOP);
        assertThat(pieces).extracting(LogSpool.Piece::mayGo).containsExactly(false, false);
        assertRefused(spool, pieces.getFirst().stretch());

        spool.release(SHOP, 28);
        assertRefused(spool, pieces.getLast().stretch());
        spool.delete(SHOP, pieces.getFirst().stretch());
        assertRefused(spool, pieces.getLast().stretch());

        assertThat(read(spool)).isEqualTo("line 2\nline 3\n");
    }

    @Test
    void aLogOfWhichAllWasDeletedGoesOnWhereItWas() throws IOException {
        var spool = spool();
        append(spool, "line 0\n");
        spool.release(SHOP, 7);
        var taken = spool.lastTakenAt(SHOP);
        spool.turnOver(SHOP);
        spool.turnOver(SHOP);
        spool.delete(SHOP, new Stretch(0, 7));

        for (var each : List.of(spool, spool())) {
            assertThat(each.kept(SHOP)).isEqualTo(new Stretch(7, 7));
            assertThat(each.lastTakenAt(SHOP)).isEqualTo(taken);
        }
        assertThat(append(spool(), "line 1\n")).contains(new Stretch(7, 14));
        assertThat(read(spool())).isEqualTo("line 1\n");
    }

    private static void assertRefused(LogSpool spool, Stretch piece) {
        assertThatThrownBy(() -> spool.delete(SHOP, piece))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not go");
    }

    /** As retention does. */
    private static void deleteBeyond(long bytes, LogSpool spool) throws IOException {
        var pieces = spool.pieces(SHOP);
        for (int i = 0;
                i < pieces.size() - 1 && pieces.get(i).mayGo() && spool.kept(SHOP).length() > bytes;
                i++) {
            spool.delete(SHOP, pieces.get(i).stretch());
        }
    }

    @Test
    void manySendersAtOnceAreAllTakenEachWholeAndOnce() throws Exception {
        var spool = spool(new SpoolSettings(bytes(4_000), bytes(1 << 20), bytes(1_000)));
        var taken = new ConcurrentHashMap<Stretch, String>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                int number = i / 2;
                var unused =
                        senders.submit(
                                () -> {
                                    var text = "batch " + number + " x\n";
                                    spool.append(SHOP, "name " + number, in(text))
                                            .ifPresent(place -> taken.put(place, text));
                                    return null;
                                });
            }
        }

        assertThat(taken).hasSize(200);
        for (var each : taken.entrySet()) {
            try (var lines = spool.open(SHOP, each.getKey())) {
                assertThat(new String(lines.readAllBytes(), UTF_8)).isEqualTo(each.getValue());
            }
        }
        assertThat(read(spool())).isEqualTo(read(spool)).hasLineCount(200);
    }

    @Test
    void aLargeBatchIsTakenWholeAsASmallOne() throws IOException {
        var spool = spool(new SpoolSettings(bytes(1 << 24), bytes(1 << 24), bytes(1 << 24)));
        var large = "a line of a large batch\n".repeat(150_000) + "and its end";

        var place = append(spool, large);

        assertThat(place).contains(new Stretch(0, large.length() + 1));
        assertThat(read(spool)).isEqualTo(large + "\n");
        assertThat(shopFolder().toFile().list()).noneMatch(name -> name.startsWith("incoming"));
    }

    @Test
    void othersMayNotReadTheLines() throws IOException {
        append(spool(), "one\n");

        assertThat(Files.getPosixFilePermissions(shopFolder()))
                .allMatch(permission -> permission.name().startsWith("OWNER"));
    }

    private FolderLogSpool spool() {
        return spool(new SpoolSettings(bytes(1_000), bytes(1_000), bytes(1_000)));
    }

    private FolderLogSpool spool(SpoolSettings settings) {
        return new FolderLogSpool(folder, settings, keys());
    }

    private FileKeys keys() {
        return TestKeys.of(folder.resolve("keys.json"));
    }

    private Path shopFolder() {
        return folder.resolve(SHOP.value());
    }

    private Path segment(long start) {
        return shopFolder().resolve("%020d.sealed".formatted(start));
    }

    private Path list(long start) {
        return shopFolder().resolve("%020d.sealed.batches".formatted(start));
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static Optional<Stretch> append(LogSpool spool, String lines) throws IOException {
        return spool.append(SHOP, null, in(lines));
    }

    private static String read(LogSpool spool) throws IOException {
        try (var lines = spool.open(SHOP, spool.kept(SHOP))) {
            return new String(lines.readAllBytes(), UTF_8);
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static DataSize bytes(long count) {
        return DataSize.ofBytes(count);
    }

    private static final class BreaksOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}

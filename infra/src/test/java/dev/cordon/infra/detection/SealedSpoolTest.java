package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.crypto.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Raw lines, and what is made of them, lie on disk encrypted. */
class SealedSpoolTest {

    private static final SourceId SHOP = new SourceId("shop-access");
    private static final SourceId OTHER = new SourceId("other-access");
    private static final StoreId STORE = new StoreId(new UUID(0, 5));
    private static final String MARK = "203.0.113.77 - anna";

    @TempDir Path folder;
    @TempDir Path elsewhere;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyStretchIsReadAsItCameInOverRestartsAndDeletions(long seed) throws IOException {
        var chance = new Random(seed);
        var settings = new SpoolSettings(kilobytes(300), kilobytes(4_000), kilobytes(4_000));
        var spool = spool(settings);
        var all = new byte[0];

        for (int step = 0; step < 40; step++) {
            var batch = lines(chance, length(chance));
            var taken = spool.append(SHOP, null, new ByteArrayInputStream(batch)).orElseThrow();
            all = Arrays.copyOf(all, all.length + batch.length);
            System.arraycopy(batch, 0, all, all.length - batch.length, batch.length);
            assertThat(taken.to()).isEqualTo(all.length);
            if (chance.nextInt(6) == 0) {
                spool = spool(settings);
            }
            if (chance.nextInt(8) == 0) {
                spool.turnOver(SHOP);
            }
            var pieces = spool.pieces(SHOP);
            if (pieces.size() > 2 && chance.nextBoolean()) {
                spool.release(SHOP, all.length);
                spool.delete(SHOP, pieces.getFirst().stretch());
            }
            for (int i = 0; i < 3; i++) {
                var stretch = within(spool.kept(SHOP), chance);
                assertThat(read(spool, SHOP, stretch))
                        .isEqualTo(
                                Arrays.copyOfRange(all, (int) stretch.from(), (int) stretch.to()));
            }
        }
    }

    @Test
    void aKillAtAnyByteOfTheLastRecordLosesNothingThatWasAcknowledged() throws IOException {
        append(spool(), "one\n");
        long before = Files.size(segment(0));
        var list = Files.readAllBytes(list(0));
        append(spool(), "two\n");
        var whole = Files.readAllBytes(segment(0));
        var longer = Files.readAllBytes(list(0));

        for (int cut = (int) before; cut < whole.length; cut++) {
            for (var listed : new byte[][] {list, longer}) {
                Files.write(segment(0), Arrays.copyOf(whole, cut));
                Files.write(list(0), listed);

                assertThat(text(spool())).isEqualTo("one\n");
                append(spool(), "three\n");
                assertThat(text(spool())).isEqualTo("one\nthree\n");
            }
        }
    }

    @Test
    void aKillInTheFirstBatchLeavesAnEmptyLogThatTakesLines() throws IOException {
        append(spool(), "one\n");
        var whole = Files.readAllBytes(segment(0));

        for (int cut = 0; cut < whole.length; cut++) {
            Files.write(segment(0), Arrays.copyOf(whole, cut));
            Files.deleteIfExists(list(0));

            assertThat(spool().kept(SHOP)).isEqualTo(new Stretch(0, 0));
            append(spool(), "two\n");
            assertThat(text(spool())).isEqualTo("two\n");
        }
    }

    @Test
    void whatIsWrittenInThePlaceOfWhatWasCutOffSharesNoNonceWithIt() throws IOException {
        append(spool(), "one\n");
        var list = Files.readAllBytes(list(0));
        append(spool(), "two\n");
        var first = Files.readAllBytes(segment(0));

        Files.write(list(0), list);
        append(spool(), "two\n");

        var again = Files.readAllBytes(segment(0));
        int from = SealedForm.HEAD + SealedForm.ADDED + 4;
        assertThat(again).hasSameSizeAs(first);
        assertThat(Arrays.copyOf(again, from)).isEqualTo(Arrays.copyOf(first, from));
        assertThat(Arrays.copyOfRange(again, from + 4, from + 16))
                .isNotEqualTo(Arrays.copyOfRange(first, from + 4, from + 16));
    }

    @Test
    void aFlippedBitIsNamedAndNoLineComesOutOfItsRecord() throws IOException {
        append(spool(), "one\n");
        append(spool(), "two\n");
        append(spool(), "three\n");
        var whole = Files.readAllBytes(segment(0));

        for (int at = SealedForm.HEAD; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= (byte) (1 << at % 8);
            Files.write(segment(0), changed);

            var read = new ByteArrayOutputStream();
            assertThatThrownBy(() -> all(spool()).transferTo(read))
                    .isInstanceOf(SealBroken.class)
                    .hasMessageContaining("log shop-access, file " + segment(0).getFileName())
                    .hasMessageContaining("at byte " + read.size());
            assertThat("one\ntwo\nthree\n").startsWith(read.toString(UTF_8));
        }
    }

    @Test
    void whatLiesBehindADamagedPlaceIsReadAndTheFileCanGo() throws IOException {
        var settings = new SpoolSettings(kilobytes(900), kilobytes(4_000), kilobytes(4_000));
        var all = lines(new Random(5), 1_000_000);
        spool(settings).append(SHOP, null, new ByteArrayInputStream(all));
        append(spool(settings), "in another file\n");
        var broken = Files.readAllBytes(segment(0));
        broken[broken.length / 2] ^= 1;
        Files.write(segment(0), broken);

        var spool = spool(settings);
        var read = new ByteArrayOutputStream();
        assertThatThrownBy(() -> all(spool).transferTo(read)).isInstanceOf(Damaged.class);
        long behind = spool.readableAfter(SHOP, read.size());

        assertThat(behind - read.size()).isBetween(1L, 4L * SealedForm.RECORD);
        var rest = read(spool, SHOP, new Stretch(behind, spool.kept(SHOP).to()));
        assertThat(Arrays.copyOf(rest, all.length - (int) behind))
                .isEqualTo(Arrays.copyOfRange(all, (int) behind, all.length));
        assertThat(new String(rest, UTF_8)).endsWith("in another file\n");
        var piece = new Stretch(0, all.length);
        assertThat(spool.openAsItLies(SHOP, piece).readAllBytes()).isEqualTo(broken);
        spool.release(SHOP, all.length);
        spool.delete(SHOP, piece);
        assertThat(text(spool)).isEqualTo("in another file\n");
    }

    @Test
    void aFileWithADamagedHeadHidesNeitherThoseBeforeNorThoseBehindIt() throws IOException {
        var small = new SpoolSettings(DataSize.ofBytes(4), kilobytes(1), kilobytes(1));
        for (var line : new String[] {"one\n", "two\n", "six\n"}) {
            append(spool(small), line);
        }
        var broken = Files.readAllBytes(segment(4));
        broken[20] ^= 1;
        Files.write(segment(4), broken);

        var spool = spool(small);
        var read = new ByteArrayOutputStream();
        assertThatThrownBy(() -> all(spool).transferTo(read)).isInstanceOf(Damaged.class);

        assertThat(read.toString(UTF_8)).isEqualTo("one\n");
        assertThat(spool.readableAfter(SHOP, 4)).isEqualTo(8);
        assertThat(read(spool, SHOP, new Stretch(8, 12))).asString(UTF_8).isEqualTo("six\n");
    }

    @Test
    void aDamagedHeadIsNamedAndTakesNothingAway() throws IOException {
        append(spool(), "one\n");
        var whole = Files.readAllBytes(segment(0));
        var changed = whole.clone();
        changed[20] ^= 1;
        Files.write(segment(0), changed);

        assertThatThrownBy(() -> text(spool()))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("The key in the head of the log shop-access");

        Files.write(segment(0), whole);
        assertThat(text(spool())).isEqualTo("one\n");
    }

    @Test
    void linesGoOnInAnotherFileWhereTheLastOneDoesNotOpen() throws IOException {
        append(spool(), "one\n");
        var whole = Files.readAllBytes(segment(0));
        var changed = whole.clone();
        changed[20] ^= 1;
        Files.write(segment(0), changed);

        var place = spool().append(SHOP, null, in("two\n"));

        assertThat(place).contains(new Stretch(4, 8));
        assertThat(read(spool(), SHOP, new Stretch(4, 8))).asString(UTF_8).isEqualTo("two\n");
        Files.write(segment(0), whole);
        assertThat(text(spool())).isEqualTo("one\ntwo\n");
    }

    @Test
    void swappedFilesAndRecordsDoNotOpen() throws IOException {
        var small = new SpoolSettings(DataSize.ofBytes(4), kilobytes(1), kilobytes(1));
        append(spool(small), "one\n");
        append(spool(small), "two\n");
        spool(small).append(OTHER, null, in("six\n"));
        var theirs = folder.resolve(OTHER.value()).resolve(segment(0).getFileName());
        var first = Files.readAllBytes(segment(0));

        Files.copy(segment(4), segment(0), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> text(spool(small))).isInstanceOf(SealBroken.class);
        Files.copy(theirs, segment(0), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> text(spool(small))).isInstanceOf(SealBroken.class);

        Files.write(segment(0), first);
        assertThat(text(spool(small))).isEqualTo("one\ntwo\n");
    }

    @Test
    void swappedRecordsOfOneFileDoNotOpen() throws IOException {
        append(spool(), "one\n");
        append(spool(), "two\n");
        var whole = Files.readAllBytes(segment(0));
        int length = 4 + SealedForm.ADDED;
        var swapped = whole.clone();
        System.arraycopy(whole, SealedForm.HEAD, swapped, SealedForm.HEAD + length, length);
        System.arraycopy(whole, SealedForm.HEAD + length, swapped, SealedForm.HEAD, length);

        Files.write(segment(0), swapped);

        assertThatThrownBy(() -> text(spool())).isInstanceOf(SealBroken.class);
    }

    @Test
    void anotherMasterKeyOpensNothing() throws IOException {
        append(spool(), "one\n");
        var stranger =
                new FolderLogSpool(folder, usual(), TestKeys.of(elsewhere.resolve("other.json")));

        assertThatThrownBy(() -> text(stranger))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("encrypted with another key")
                .hasMessageContaining("Put the file back from your backup");
    }

    @Test
    void noPlainLineLiesAnywhereBelowTheDataFolder() throws IOException {
        var line = MARK + " [05/Oct/2026:10:00:00 +0000] \"GET /my-account HTTP/1.1\" 200 9\n";
        var spool = spool();
        append(spool, line);
        var large = in(line.repeat(15_000));
        spool.append(SHOP, "large", new SequenceInputStream(large, new LooksAround()));
        spool.turnOver(SHOP);
        FolderMatchedLines.open(folder.resolve("matched"), keys())
                .keep(SHOP, new AlertId(new UUID(1, 2)), new Stretch(0, 10), in(line));
        new FolderDetectionStates(folder.resolve("detection"), keys())
                .save(STORE, Mode.LIVE, line.getBytes(UTF_8));

        assertThat(text(spool)).hasLineCount(15_001).contains(MARK);
        assertNoPlainLine();
    }

    @Test
    void linesOfAnEarlierVersionAreReadAndNewOnesAreSealed() throws IOException {
        var shop = Files.createDirectories(folder.resolve(SHOP.value()));
        var name = Canonical.tagged("cordon/batch/v1").add("second").sha256().hex();
        name = name.substring(0, 32);
        Files.writeString(shop.resolve("%020d.log".formatted(0)), "one\ntwo\nhalf a li");
        Files.writeString(
                shop.resolve("%020d.log.batches".formatted(0)), "0 4 -\n4 8 " + name + "\n");

        assertThat(spool().append(SHOP, "second", in("two\n"))).isEmpty();
        assertThat(spool().append(SHOP, null, in(MARK + "\n")))
                .contains(new Stretch(8, 9 + MARK.length()));

        assertThat(text(spool())).isEqualTo("one\ntwo\n" + MARK + "\n");
        assertThat(read(spool(), SHOP, new Stretch(4, 12))).asString(UTF_8).isEqualTo("two\n203.");
        assertNoPlainLine();
        var spool = spool();
        spool.release(SHOP, 8);
        spool.delete(SHOP, new Stretch(0, 8));
        assertThat(text(spool())).isEqualTo(MARK + "\n");
    }

    @Test
    void anEmptyFileOfAnEarlierVersionKeepsItsPlace() throws IOException {
        var shop = Files.createDirectories(folder.resolve(SHOP.value()));
        var empty = Files.createFile(shop.resolve("%020d.log".formatted(70)));

        assertThat(spool().kept(SHOP)).isEqualTo(new Stretch(70, 70));
        var spool = spool();
        append(spool, "one\n");

        assertThat(spool.pieces(SHOP)).hasSize(1);
        assertThat(spool().kept(SHOP)).isEqualTo(new Stretch(70, 74));
        assertThat(text(spool())).isEqualTo("one\n");
        assertThat(empty).doesNotExist();
    }

    private final class LooksAround extends InputStream {
        @Override
        public int read() throws IOException {
            assertNoPlainLine();
            return -1;
        }
    }

    private void assertNoPlainLine() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("203.0.113", "anna", "my-account");
            }
        }
    }

    /** Short as a trickle, long as a record and a little, longer than many of them. */
    private static int length(Random chance) {
        return switch (chance.nextInt(4)) {
            case 0 -> 1 + chance.nextInt(200);
            case 1 -> SealedForm.RECORD - 2 + chance.nextInt(5);
            case 2 -> 1 + chance.nextInt(2 * SealedForm.RECORD);
            default -> 1 + chance.nextInt(20);
        };
    }

    private static byte[] lines(Random chance, int length) {
        var lines = new byte[length];
        chance.nextBytes(lines);
        lines[length - 1] = '\n';
        return lines;
    }

    private static Stretch within(Stretch kept, Random chance) {
        long from = kept.from() + chance.nextLong(kept.length() + 1);
        return new Stretch(from, from + chance.nextLong(kept.to() - from + 1));
    }

    private static void append(LogSpool spool, String lines) throws IOException {
        assertThat(spool.append(SHOP, null, in(lines))).isPresent();
    }

    private static InputStream all(LogSpool spool) throws IOException {
        return spool.open(SHOP, spool.kept(SHOP));
    }

    private static String text(LogSpool spool) throws IOException {
        return new String(read(spool, SHOP, spool.kept(SHOP)), UTF_8);
    }

    private static byte[] read(LogSpool spool, SourceId source, Stretch stretch)
            throws IOException {
        try (var lines = spool.open(source, stretch)) {
            return lines.readAllBytes();
        }
    }

    private FolderLogSpool spool() {
        return spool(usual());
    }

    private FolderLogSpool spool(SpoolSettings settings) {
        return new FolderLogSpool(folder, settings, keys());
    }

    private static SpoolSettings usual() {
        return new SpoolSettings(kilobytes(64_000), kilobytes(64_000), kilobytes(64_000));
    }

    private FileKeys keys() {
        return TestKeys.of(elsewhere.resolve("keys.json"));
    }

    private Path segment(long start) {
        return folder.resolve(SHOP.value()).resolve("%020d.sealed".formatted(start));
    }

    private Path list(long start) {
        return folder.resolve(SHOP.value()).resolve("%020d.sealed.batches".formatted(start));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static DataSize kilobytes(long count) {
        return DataSize.ofKilobytes(count);
    }
}

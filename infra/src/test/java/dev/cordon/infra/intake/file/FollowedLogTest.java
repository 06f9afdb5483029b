package dev.cordon.infra.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowedLogTest {

    @TempDir Path root;
    private Following log;

    @BeforeEach
    void aLog() throws IOException {
        log = new Following(root);
    }

    @Test
    void aLogMayComeLaterAndIsReadFromItsBeginning() throws IOException {
        log.pass();
        log.write("one\ntwo\n");
        log.pass();
        log.write("three\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void whatWasPutAsideBeforeIsNotRead() throws IOException {
        Following.append(log.rotated(1), "old\n");
        log.write("one\n");
        log.pass();
        log.rotate();
        log.write("two\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two");
    }

    @Test
    void aLineIsReadOnceItHasItsEnd() throws IOException {
        log.write("one\ntw");
        log.pass();
        assertThat(log.taken()).containsExactly("one");

        log.write("o\n");
        log.pass();
        assertThat(log.taken()).containsExactly("one", "two");
    }

    @Test
    void theLastLineOfWhatWasPutAsideNeedsNoEndOnceNobodyWritesThere() throws IOException {
        log.pass();
        log.write("one\ntw");
        log.rotate();
        log.write("three\n");
        log.pass();
        assertThat(log.taken()).containsExactly("one", "three");

        log.wait(Duration.ofMinutes(2));
        log.pass();
        assertThat(log.taken()).containsExactly("one", "three", "tw");
    }

    @Test
    void aLogThatIsCutWhileItsCopyIsLookedAtIsNotTakenTwice() throws IOException {
        var lines = IntStream.range(0, 500).mapToObj("a line, number %d"::formatted).toList();
        log.write(String.join("\n", lines) + "\n");
        log.pass();

        log.copy();
        log.passWhile(log::truncate);
        log.write("the next\n");
        log.pass();

        assertThat(log.taken()).startsWith("a line, number 0").hasSize(501).doesNotHaveDuplicates();
    }

    @Test
    void aLogThatGrowsBetweenItsListingAndItsCopyIsNotTakenTwice() throws IOException {
        var lines = IntStream.range(0, 500).mapToObj("a line, number %d"::formatted).toList();
        log.write(String.join("\n", lines) + "\n");
        log.pass();

        log.write("one more\n");
        log.copy();
        log.pass();
        log.truncate();
        log.write("the next\n");
        log.pass();

        assertThat(log.taken()).hasSize(502).doesNotHaveDuplicates();
    }

    @Test
    void whoStillWritesToTheOldFileAfterRotationIsRead() throws IOException {
        log.write("one\n");
        log.pass();
        log.rotate();
        log.write("three\n");
        Following.append(log.rotated(1), "two\n");
        log.pass();
        Following.append(log.rotated(1), "late\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three", "late");
    }

    @Test
    void severalRotationsWhileTheProgramWasDownAreReadInOrder() throws IOException {
        log.write("one\n");
        log.pass();
        log.write("two\n");
        log.rotate();
        log.write("three\n");
        log.rotate();
        log.write("four\n");
        log.rotate();
        log.write("five\n");
        log.restart();
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three", "four", "five");
    }

    @Test
    void packedRotationsAreReadOn() throws IOException {
        log.write("one\n");
        log.pass();
        log.write("two\n");
        log.rotate();
        log.pack(log.rotated(1));
        log.write("three\n");
        log.rotate();
        log.pack(log.rotated(1));
        log.write("four\n");
        log.restart();
        log.pass();

        assertThat(log.taken()).containsExactlyInAnyOrder("one", "two", "three", "four");
    }

    @Test
    void whatWasReadIsNotReadAgainOnceItIsPacked() throws IOException {
        log.write("one\ntwo\n");
        log.pass();
        log.rotate();
        log.pass();
        log.pack(log.rotated(1));
        log.write("three\n");
        log.pass();
        log.restart();
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void aDamagedPackedFileHoldsUpNothing() throws IOException {
        log.write("one\n");
        log.pass();
        Files.write(log.folder.resolve("access.log.2.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
        log.wait(Duration.ofMinutes(2));
        log.write("two\n");
        log.pass();
        log.write("three\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void aLogThatIsCutIsReadFromItsBeginning() throws IOException {
        log.write("one\ntwo\n");
        log.pass();
        log.truncate();
        log.write("three\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void aLogThatWasCutAndHasGrownBeyondIsReadFromItsBeginning() throws IOException {
        log.write("one\n");
        log.pass();
        log.truncate();
        log.write("another\nand more\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "another", "and more");
    }

    @Test
    void whatACopyHoldsOfACutLogIsReadOn() throws IOException {
        log.write("one\n");
        log.pass();
        log.write("two\n");
        log.copyAndTruncate();
        log.write("three\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void aCopyThatIsStillMadeIsNotReadBesideTheLog() throws IOException {
        var lines = IntStream.range(0, 200).mapToObj("line %05d\n"::formatted).toList();
        log.write(String.join("", lines));
        log.pass();
        Following.append(log.rotated(1), String.join("", lines.subList(0, 150)));
        log.pass();
        log.write("more\n");
        log.pass();
        Files.delete(log.rotated(1));
        log.copyAndTruncate();
        log.pass();

        assertThat(log.taken()).hasSize(201).doesNotHaveDuplicates();
    }

    @Test
    void aLogThatIsCutUnderAWriterWhoGoesOnAtHisPlaceHasNoNullsInIt() throws IOException {
        log.write("one\n");
        log.pass();
        log.copyAndTruncate();
        try (var sparse = FileChannel.open(log.log, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap("two\n".getBytes()), 3_000_000);
        }
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two");
    }

    @Test
    void aLinkMayLeadToAnotherFile() throws IOException {
        var first = log.folder.resolve("2026-11-25.txt");
        var second = log.folder.resolve("2026-11-26.txt");
        Following.append(first, "one\n");
        Files.createSymbolicLink(log.log, first);
        log.pass();
        Following.append(first, "two\n");
        Following.append(second, "three\n");
        Files.delete(log.log);
        Files.createSymbolicLink(log.log, second);
        log.pass();
        Following.append(first, "late\n");
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three", "late");
    }

    @Test
    void aLogThatIsReplacedByAnEditedCopyOfItselfIsReadOn() throws IOException {
        log.write("one\n");
        log.pass();
        var copy = Files.writeString(log.folder.resolve("new"), "one\ntwo\n");
        Files.delete(log.log);
        Files.move(copy, log.log);
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two");
    }

    @Test
    void anEndlessLineIsCut() throws IOException {
        log.write("x".repeat(Piece.LONGEST + 10) + "\nnext\n");
        log.pass();

        assertThat(log.taken()).extracting(String::length).containsExactly(Piece.LONGEST, 10, 4);
    }

    @Test
    void whatCannotBeKeptNowIsOfferedAgainAndNotSkipped() throws IOException {
        log.write("one\ntwo\n");
        log.takingBy(
                (_, _) -> {
                    throw new IOException("full");
                });
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(log::pass).hasMessage("full");
        }
        log.truncate();
        log.write("three\n");
        log.takingBy(log::keep);
        log.pass();

        assertThat(log.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void whatWentBeforeItWasReadIsCounted() throws IOException {
        log.write("one\n");
        log.pass();
        log.write("two\n");
        log.takingBy(
                (_, _) -> {
                    throw new IOException("full");
                });
        assertThatThrownBy(log::pass).hasMessage("full");
        Files.delete(log.log);
        log.restart();
        log.pass();
        log.wait(Duration.ofMinutes(2));
        log.pass();

        assertThat(log.missed()).isEqualTo(4);
    }

    @Test
    void aDamagedNoteOfPlacesIsSaidAndNothingIsReadTwice() throws IOException {
        log.write("one\n");
        log.pass();
        try (var notes = Files.list(root.resolve("data/places"))) {
            Files.writeString(notes.findFirst().orElseThrow(), "{");
        }
        log.restart();

        assertThatThrownBy(log::pass).hasMessageContaining("is damaged");
        assertThat(log.taken()).containsExactly("one");
    }

    /** Whatever happens to the log in whatever order, and wherever the program is killed. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void eachLineIsTakenOnceWhateverHappens(int part) throws IOException {
        for (int seed = part * 20; seed < part * 20 + 20; seed++) {
            var run = new Following(Files.createDirectory(root.resolve("run" + seed)));
            var written = live(run, new Random(seed));

            assertThat(differences(written, run.taken())).as("run %d", seed).isEmpty();
        }
    }

    private static List<String> differences(List<String> written, List<String> taken) {
        var lost = new ArrayList<>(written);
        taken.forEach(lost::remove);
        var doubled = new ArrayList<>(taken);
        written.forEach(doubled::remove);
        return Stream.concat(
                        lost.stream().map("lost: "::concat),
                        doubled.stream().map("too much: "::concat))
                .toList();
    }

    private static List<String> live(Following run, Random random) throws IOException {
        var written = new ArrayList<String>();
        run.pass();
        for (int step = 0; step < 40; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> write(run, random, written);
                case 3, 4 -> run.pass();
                case 5 -> killed(run, random.nextBoolean());
                case 6 -> run.restart();
                case 7 -> run.rotate();
                case 8 -> {
                    if (Files.exists(run.log)) {
                        run.copyAndTruncate();
                    }
                }
                default -> {
                    var second = run.rotated(2);
                    if (Files.exists(second)) {
                        run.pack(second);
                    }
                }
            }
        }
        run.pass();
        return written;
    }

    private static void write(Following run, Random random, List<String> written)
            throws IOException {
        int count = random.nextInt(1, 60);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            var line = "[26/Nov/2026:10:00:00 +0000] line %d".formatted(written.size());
            written.add(line);
            text.append(line).append('\n');
        }
        run.write(text.toString());
    }

    /** In the middle of a batch: before it is safe, or after. */
    private static void killed(Following run, boolean safe) throws IOException {
        run.takingBy(
                (batch, lines) -> {
                    if (safe) {
                        run.keep(batch, lines);
                    }
                    throw new IOException("killed");
                });
        try {
            run.pass();
        } catch (IOException killed) {
            assertThat(killed).hasMessage("killed");
        }
        run.restart();
    }
}

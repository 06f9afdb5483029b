package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.evidence.Upload;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.crypto.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody does to an upload that waits who owns the disk, and how it is named. */
class UploadTamperTest {

    private static final UUID ID = new UUID(0, 7);
    private static final UUID OTHER = new UUID(0, 8);
    private static final String FIRST = "0000000000000000-4";
    private static final String SECOND = "0000000000000004-4";
    private static final String THIRD = "0000000000000008-4";

    @TempDir private Path folder;
    private Uploads uploads;
    private Path place;
    private Path other;

    private interface Change {
        void to(Path place, Path other) throws IOException;
    }

    /**
     * What is done.
     *
     * @param named what the refusal says
     */
    private record Row(String change, Change by, String named) {
        @Override
        public String toString() {
            return change;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("flip a byte of a piece", (place, _) -> flip(place.resolve(SECOND)), at(4)),
                row(
                        "flip a byte of the first piece",
                        (place, _) -> flip(place.resolve(FIRST)),
                        at(0)),
                row("swap two pieces", (place, _) -> swap(place, FIRST, SECOND), at(0)),
                row("double a piece", (place, _) -> copy(place, FIRST, place, SECOND), at(4)),
                row(
                        "take a piece of another upload",
                        (place, other) -> copy(other, SECOND, place, SECOND),
                        at(4)),
                row("cut a piece", (place, _) -> cut(place.resolve(SECOND), 1), at(4)),
                row(
                        "empty a piece",
                        (place, _) -> Files.write(place.resolve(SECOND), new byte[0]),
                        SECOND + " is not as long as its name says"),
                row("lengthen a piece", (place, _) -> lengthen(place.resolve(SECOND)), at(8)),
                row(
                        "say that a piece is longer",
                        (place, _) -> rename(place, THIRD, "0000000000000008-5"),
                        "0000000000000008-5 is not as long as its name says"),
                row(
                        "say that a piece is shorter",
                        (place, _) -> rename(place, THIRD, "0000000000000008-3"),
                        "0000000000000008-3 is not as long as its name says"),
                row(
                        "put what is known of it in the place of a piece",
                        (place, _) -> copy(place, "about", place, FIRST),
                        at(0)),
                row(
                        "put a piece in the place of what is known of it",
                        (place, _) -> copy(place, FIRST, place, "about"),
                        at(1L << 62)),
                row(
                        "flip a byte of what is known of it",
                        (place, _) -> flip(place.resolve("about")),
                        at(1L << 62)),
                row(
                        "take what is known of another upload",
                        (place, other) -> copy(other, "about", place, "about"),
                        at(1L << 62)),
                row(
                        "change its key",
                        (place, _) -> flip(place.resolve("key")),
                        "The key of upload/"),
                row(
                        "spoil its key",
                        (place, _) -> Files.writeString(place.resolve("key"), "no key"),
                        "The key of upload/"),
                row(
                        "take another upload's key",
                        (place, other) -> copy(other, "key", place, "key"),
                        "The key of upload/"),
                row(
                        "give it another upload's name",
                        UploadTamperTest::exchange,
                        "The key of upload/"));
    }

    private static Row row(String change, Change by, String named) {
        return new Row(change, by, named);
    }

    private static String at(long position) {
        return "What lies in upload/%s at byte %d does not open".formatted(ID, position);
    }

    @BeforeEach
    void twoUploads() throws IOException {
        uploads =
                new FolderUploads(
                        folder.resolve("uploads"),
                        TestKeys.contentKeys(folder.resolve("master.json")));
        place = begun(ID, "aaaa", "bbbb", "cccc");
        other = begun(OTHER, "dddd", "eeee", "ffff");
    }

    @Test
    void untouchedItIsWhatWasSent() throws IOException {
        assertThat(read()).isEqualTo("aaaabbbbcccc");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatWasChangedIsNotTakenAndNamed(Row row) throws IOException {
        row.by().to(place, other);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::read)
                .withMessageContaining(row.named());
    }

    /** Whoever sends it is asked for it again; nothing of what follows is taken before. */
    @Test
    void aPieceThatIsGoneIsAskedForAgain() throws IOException {
        Files.delete(place.resolve(SECOND));

        var upload = uploads.find(ID).orElseThrow();

        assertThat(upload.received()).isEqualTo(4);
        assertThat(upload.isWhole()).isFalse();
        assertThat(read()).isEqualTo("aaaa");
    }

    @Test
    void whatIsNamedAsNoPieceIsNoneAndKeepsNobodyFromTheOthers() throws IOException {
        Files.write(place.resolve("000000000000000c-x"), new byte[4]);
        Files.write(place.resolve("ffffffffffffffff-4"), new byte[4]);
        Files.write(place.resolve("no hexadecimal!!-4"), new byte[4]);
        flip(other.resolve("about"));

        assertThat(read()).isEqualTo("aaaabbbbcccc");
        assertThat(uploads.all()).extracting(Upload::id).containsExactly(ID);
        assertThat(other).isDirectoryContaining(file -> file.endsWith("about"));
    }

    private Path begun(UUID id, String... pieces) throws IOException {
        var now = Instant.parse("2026-11-26T12:00:00Z");
        var incident = new IncidentId(new UUID(0, 1));
        uploads.begin(new Upload(id, incident, "person:rita", "disk.img", 12, 0, now, now));
        for (var piece : pieces) {
            uploads.put(uploads.find(id).orElseThrow(), piece.getBytes(ISO_8859_1));
        }
        return folder.resolve("uploads").resolve(id.toString());
    }

    private String read() throws IOException {
        var upload = uploads.find(ID).orElseThrow();
        try (var in = uploads.content(upload).open()) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    /** Of text that is Base64 too, another letter comes out. */
    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void cut(Path file, int by) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - by));
    }

    private static void lengthen(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length + 1));
    }

    private static void rename(Path place, String from, String to) throws IOException {
        Files.move(place.resolve(from), place.resolve(to));
    }

    private static void copy(Path from, String name, Path to, String as) throws IOException {
        Files.copy(from.resolve(name), to.resolve(as), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void swap(Path place, String one, String other) throws IOException {
        rename(place, one, "swapped");
        rename(place, other, one);
        rename(place, "swapped", other);
    }

    private static void exchange(Path place, Path other) throws IOException {
        var away = place.resolveSibling("away");
        Files.move(place, away);
        Files.move(other, place);
        Files.move(away, other);
    }
}

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
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUploadsTest {

    private static final UUID ID = new UUID(0, 7);

    @TempDir private Path folder;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        uploads = another();
    }

    private Uploads another() throws IOException {
        return new FolderUploads(
                folder.resolve("uploads"), TestKeys.contentKeys(folder.resolve("master.json")));
    }

    @Test
    void itGoesOnWhereItWasAfterTheProgramWasKilled() throws IOException {
        var content = new byte[10_000_000];
        new Random(3).nextBytes(content);
        uploads.begin(upload(content.length));
        int at = 0;
        while (at < content.length) {
            // As another program would find it: nothing but the folder is left.
            var now = another();
            var upload = now.find(ID).orElseThrow();
            assertThat(upload.received()).isEqualTo(at);
            int some = Math.min(Upload.PIECE, content.length - at);
            now.put(upload, java.util.Arrays.copyOfRange(content, at, at + some));
            at += some;
        }

        var upload = another().find(ID).orElseThrow();
        assertThat(upload.isWhole()).isTrue();
        assertThat(upload.name()).isEqualTo("disk.img");
        assertThat(upload.by()).isEqualTo("person:rita");
        try (var in = uploads.content(upload).open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void nothingLiesThereInClear() throws IOException {
        uploads.begin(upload(12));
        uploads.put(uploads.find(ID).orElseThrow(), "4111 secret!".getBytes(ISO_8859_1));

        try (var files = Files.walk(folder.resolve("uploads"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file, ISO_8859_1);
                assertThat(text).doesNotContain("secret").doesNotContain("disk.img");
            }
        }
    }

    @Test
    void aHalfWrittenPieceIsNone() throws IOException {
        uploads.begin(upload(10));
        var place = folder.resolve("uploads").resolve(ID.toString());
        Files.write(place.resolve(".new123"), new byte[5]);

        assertThat(uploads.find(ID).orElseThrow().received()).isZero();
    }

    @Test
    void aPieceThatWasMovedOrCutDoesNotOpen() throws IOException {
        uploads.begin(upload(8));
        uploads.put(uploads.find(ID).orElseThrow(), "aaaa".getBytes(ISO_8859_1));
        uploads.put(uploads.find(ID).orElseThrow(), "bbbb".getBytes(ISO_8859_1));
        var place = folder.resolve("uploads").resolve(ID.toString());
        var first = place.resolve("0000000000000000-4");
        var second = place.resolve("0000000000000004-4");
        Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () -> {
                            var upload = uploads.find(ID).orElseThrow();
                            try (var in = uploads.content(upload).open()) {
                                in.readAllBytes();
                            }
                        });
    }

    @Test
    void whatWasRemovedIsGone() throws IOException {
        uploads.begin(upload(8));
        uploads.put(uploads.find(ID).orElseThrow(), "aaaa".getBytes(ISO_8859_1));

        uploads.remove(ID);
        uploads.remove(ID);

        assertThat(uploads.find(ID)).isEmpty();
        assertThat(uploads.all()).isEmpty();
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void whatAKillLeftOfABeginningIsSweptAndForeignNamesAreNone() throws IOException {
        uploads.begin(upload(8));
        var left = folder.resolve("uploads/.new-" + new UUID(0, 8));
        Files.createDirectories(left);
        Files.writeString(left.resolve("key"), "half");
        Files.createDirectories(folder.resolve("uploads/lost+found"));

        assertThat(uploads.all()).singleElement().extracting(Upload::id).isEqualTo(ID);
        uploads.sweep(Instant.now().minusSeconds(3600));
        assertThat(left).exists();
        uploads.sweep(Instant.now().plusSeconds(3600));

        assertThat(left).doesNotExist();
        assertThat(uploads.find(ID)).isPresent();
    }

    private static Upload upload(long size) {
        var now = Instant.parse("2026-11-26T12:00:00Z");
        return new Upload(
                ID, new IncidentId(new UUID(0, 1)), "person:rita", "disk.img", size, 0, now, now);
    }
}

package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Zip4jWrappingTest {

    private static final byte[] SHELL = "<?php system($_GET['c']);".getBytes(UTF_8);

    @TempDir private Path folder;

    @Test
    void itComesOutAsItWasUnderThePasswordAlone() throws IOException {
        var large = new byte[3_000_001];
        new Random(1).nextBytes(large);

        for (var content : new byte[][] {SHELL, large, new byte[0]}) {
            assertThat(unpacked(wrapped("x.php", content), "infected")).isEqualTo(content);
        }
        var zip = wrapped("x.php", SHELL);
        assertThat(Files.readString(zip, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("system");
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> unpacked(zip, "other"));
    }

    @Test
    void itIsEncryptedWithAesAndItsNameLeadsNowhere() throws IOException {
        try (var zip = new ZipFile(wrapped("../../a\\b/x.php", SHELL).toFile())) {
            var entry = zip.getFileHeaders().getFirst();

            assertThat(entry.getFileName()).isEqualTo(".._.._a_b_x.php");
            assertThat(entry.getAesExtraDataRecord().getAesKeyStrength())
                    .isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
        }
    }

    private Path wrapped(String name, byte[] content) throws IOException {
        var file = Files.createTempFile(folder, "wrapped", ".zip");
        try (var in = new Zip4jWrapping().wrap(name, new ByteArrayInputStream(content));
                var out = Files.newOutputStream(file)) {
            in.transferTo(out);
        }
        return file;
    }

    private byte[] unpacked(Path file, String password) throws IOException {
        try (var zip = new ZipFile(file.toFile(), password.toCharArray());
                var in = zip.getInputStream(zip.getFileHeaders().getFirst())) {
            return in.readAllBytes();
        }
    }
}

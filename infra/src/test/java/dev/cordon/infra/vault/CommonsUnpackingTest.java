package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.evidence.intake.Look;
import dev.cordon.application.evidence.intake.Look.Seen;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.domain.evidence.intake.ContentForm;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.vault.PackedForms.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CommonsUnpackingTest {

    private static final byte[] CARD = "paid with 4111 1111 1111 1111\n".getBytes(UTF_8);

    private static final String EXPORT = "paid with 4111 1111 1111 1111, cvc=123\n".repeat(20);

    private final CommonsUnpacking unpacking = new CommonsUnpacking();

    @Test
    void cardNumbersAreFoundInWhateverWayTheyArePacked() throws IOException {
        for (var packed : PackedForms.streams(CARD)) {
            var seen = look(packed);

            assertThat(seen.found()).as(seen.form().name()).isEqualTo(1);
            assertThat(seen.unseen()).isNull();
            assertThat(seen.came()).isEqualTo(Sha256.of(packed));
            assertThat(look(twice(packed)).found()).as(seen.form().name()).isEqualTo(2);
        }
        var seven = look(PackedForms.sevenZ(Map.of("a.log", CARD, "b.log", CARD)));
        assertThat(seven.form()).isEqualTo(ContentForm.SEVEN_Z);
        assertThat(seven.found()).isEqualTo(2);
        assertThat(seven.unseen()).isNull();
    }

    @Test
    void a7zIsATreeWithAManifest() throws IOException {
        var files = new TreeMap<>(Map.of("wp/a", CARD, "wp/empty", new byte[0]));
        var packed = PackedForms.sevenZ(files);

        var seen = look(packed);

        assertThat(seen.manifest()).isNotNull();
        assertThat(seen.manifest().entries())
                .containsExactlyInAnyOrder(
                        new Manifest.Entry("wp/a", CARD.length, Sha256.of(CARD)),
                        new Manifest.Entry("wp/empty", 0, Sha256.of(new byte[0])));
        assertThat(seen.came()).isEqualTo(Sha256.of(packed));
        assertThat(seen.size()).isEqualTo(packed.length);
    }

    @Test
    void packedWithinPackedIsLookedInto() throws IOException {
        var inner = PackedForms.sevenZ(Map.of("a.xz", PackedForms.xz(CARD)));

        var outer = look(PackedForms.zstd(PackedForms.bzip2(inner)));
        assertThat(outer.unseen()).isNull();
        assertThat(outer.found()).isEqualTo(1);
        assertThat(look(zip(Map.of("inner.7z", inner))).found()).isEqualTo(1);
        var mail = look(Base64.getMimeEncoder().encode(inner));
        assertThat(mail.encoded()).isEqualTo(1);
        assertThat(mail.unseen()).isNull();
    }

    @Test
    void whatBurstsIsNotUnpackedToItsEnd() throws IOException {
        for (var part : PackedForms.streams(new byte[8 << 20])) {
            var bomb = part;
            for (int parts = 1; parts < 64; parts *= 2) {
                bomb = twice(bomb);
            }

            assertThat(look(bomb).unseen()).contains("unpacks to more than");
        }
    }

    @Test
    void whatAsksForMoreMemoryThanThereIsIsNotUnpacked() throws IOException {
        var options = new LZMA2Options(0);
        options.setDictSize(256 << 20);
        var out = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(out, options)) {
            xz.write(CARD);
        }

        assertThat(look(out.toByteArray()).unseen()).contains("damaged, encrypted or packed");
    }

    @Test
    void whatIsEncryptedOrCutOffIsSaidToBeSo() throws IOException {
        var encrypted = PackedForms.sevenZ(Map.of("a", CARD), "secret".toCharArray());
        assertThat(look(encrypted).unseen()).contains("encrypted");
        var seven = PackedForms.sevenZ(Map.of("a", CARD));
        assertThat(look(Arrays.copyOf(seven, seven.length - 9)).unseen()).contains("damaged");
        for (var packed : PackedForms.streams(CARD)) {
            assertThat(look(Arrays.copyOf(packed, packed.length - 9)).unseen()).contains("damaged");
        }
    }

    /** One wrong byte makes a long block of equal letters of it, whose end is found to be wrong. */
    @Test
    void whatTurnsOutToBeDamagedIsNotReadOn() throws IOException {
        var packed = PackedForms.bzip2(EXPORT.getBytes(UTF_8));
        packed[60] = 73;

        assertThat(look(packed).unseen()).contains("damaged");
    }

    @Test
    void contentThatBreaksWhileItIsReadAgainIsNoDamagedArchive() throws IOException {
        var packed = new Bytes(PackedForms.sevenZ(Map.of("a", CARD)));
        var breaking =
                new Unpacking.Anew() {
                    private int opened;

                    @Override
                    public long size() {
                        return packed.size();
                    }

                    @Override
                    public InputStream open() {
                        opened++;
                        return opened == 1 ? packed.open() : new Broken(packed.open());
                    }
                };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                Look.at(
                                        breaking,
                                        "a.7z",
                                        true,
                                        unpacking,
                                        OutputStream.nullOutputStream()))
                .withMessage("the disk is gone");
        assertThat(look(PackedForms.xz(CARD)).found()).as("the bench is free again").isEqualTo(1);
    }

    private static final class Broken extends FilterInputStream {
        Broken(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("the disk is gone");
        }
    }

    private Seen look(byte[] content) throws IOException {
        return Look.at(
                new Bytes(content), "content", true, unpacking, OutputStream.nullOutputStream());
    }

    private static byte[] twice(byte[] once) {
        var both = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, both, once.length, once.length);
        return both;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }
}

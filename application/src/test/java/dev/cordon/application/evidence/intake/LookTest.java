package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.evidence.intake.Look.Seen;
import dev.cordon.domain.evidence.intake.ContentForm;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

    private static final byte[] CARD = "paid with 4111 1111 1111 1111\n".getBytes(UTF_8);

    private static final byte[] SHELL_AND_MORE =
            ("<?php eval($_POST[0]);" + " ".repeat(2000)).getBytes(UTF_8);
    private static final Unpacking NOTHING =
            () -> {
                throw new IllegalStateException("nothing of that is here");
            };

    @Test
    void cardNumbersAreFoundInWhatIsPacked() throws IOException {
        assertThat(look(CARD).found()).isEqualTo(1);
        assertThat(look(gzip(CARD)).found()).isEqualTo(1);
        assertThat(look(zip(Map.of("a.log", CARD, "b.log", CARD))).found()).isEqualTo(2);
        assertThat(look(gzip(tar(Map.of("a.log", CARD)))).found()).isEqualTo(1);
        assertThat(look(zip(Map.of("inner.zip", zip(Map.of("a.gz", gzip(CARD)))))).found())
                .isEqualTo(1);
        var joined = join(gzip("nothing".getBytes(UTF_8)), gzip(CARD));
        assertThat(look(joined).found()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 40, 100, 5000, 300_000})
    void cardNumbersAreFoundInBase64WhereverTheyStandInIt(int before) throws IOException {
        var plain = join("x".repeat(before).getBytes(UTF_8), CARD);
        var lines = Base64.getMimeEncoder().encode(plain);
        var one = Base64.getUrlEncoder().withoutPadding().encodeToString(plain);

        var attached =
                look(join("Content-Transfer-Encoding: base64\r\n\r\n".getBytes(UTF_8), lines));
        var quoted = look(("{\"data\": \"" + one + "\"}\n").getBytes(UTF_8));

        assertThat(attached.form()).isEqualTo(ContentForm.TEXT);
        assertThat(attached.encoded()).isEqualTo(1);
        assertThat(attached.found()).isEqualTo(1);
        assertThat(quoted.encoded()).isEqualTo(1);
    }

    /** A list of its files is made all the same. */
    @Test
    void ofAPdfItIsNotSaidThatAllOfItWasSearched() throws IOException {
        var pdf = "%PDF-1.7 packed text".getBytes(UTF_8);

        assertThat(look(CARD).isSearched()).isTrue();
        assertThat(look(pdf).isSearched()).isFalse();
        assertThat(look(pdf).unseen()).isNull();
        assertThat(look(zip(Map.of("bill.pdf", pdf))).isSearched()).isFalse();
        assertThat(look(zip(Map.of("bill.pdf", pdf))).manifest().entries()).hasSize(1);
    }

    @Test
    void aWordThatIsJoinedToBase64HidesNothingOfIt() throws IOException {
        for (int i = 0; i < 4; i++) {
            var text = "a".repeat(i) + "/" + Base64.getEncoder().encodeToString(CARD);

            assertThat(look(text.getBytes(UTF_8)).encoded()).as(text).isEqualTo(1);
        }
    }

    @Test
    void whatIsAttachedToAMailIsLookedInto() throws IOException {
        var text = "Subject: Orders\r\n\r\nattached: 4111 1111 1111 1111\r\n\r\n";
        var attached = Base64.getMimeEncoder().encode(zip(Map.of("orders.csv", CARD, "b", CARD)));
        var again = join("\r\n--b\r\n\r\n".getBytes(UTF_8), Base64.getEncoder().encode(attached));

        var seen = look(join(join(text.getBytes(UTF_8), attached), again));

        assertThat(seen.found()).isEqualTo(5);
        assertThat(seen.encoded()).isEqualTo(4);
        assertThat(seen.unseen()).isNull();
        assertThat(look(Base64.getMimeEncoder().encode(gzip(SHELL_AND_MORE))).danger()).isNull();
    }

    @Test
    void cardNumbersAreFoundInQuotedPrintablePartsAlone() throws IOException {
        var split = "paid with 4111 1111 11=\r\n11 1111 and =34111111111111111\r\n";
        var part = "Content-transfer-encoding: Quoted-Printable\r\n\r\n";

        assertThat(look((part + split).getBytes(UTF_8)).encoded()).isEqualTo(2);
        assertThat(look(split.getBytes(UTF_8)).encoded()).isZero();
        var over = part + "none\r\n--b\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + split;
        assertThat(look(over.getBytes(UTF_8)).encoded()).isZero();
        var plain = look((part + "4111 1111 1111 1111\r\n").getBytes(UTF_8));
        assertThat(plain.encoded()).isZero();
        assertThat(plain.found()).isEqualTo(1);
    }

    @Test
    void base64InItselfIsDecodedAsDeepAsArchivesAre() throws IOException {
        var inner = CARD;
        for (int i = 0; i < 4; i++) {
            inner =
                    Base64.getMimeEncoder()
                            .encode(join("more of it\n\n".repeat(90).getBytes(UTF_8), inner));
        }

        assertThat(look(inner).encoded()).isEqualTo(1);
        var deeper = look(Base64.getMimeEncoder().encode(inner));
        assertThat(deeper.unseen()).contains("deep");
    }

    @Test
    void aTreeIsListedWithTheDigestOfEachFile() throws IOException {
        var files = new TreeMap<>(Map.of("wp/index.php", "<?php".getBytes(UTF_8), "wp/a", CARD));

        for (var packed : new byte[][] {zip(files), tar(files), gzip(tar(files))}) {
            var seen = look(packed);

            assertThat(seen.unseen()).isNull();
            assertThat(seen.came()).isEqualTo(Sha256.of(packed));
            assertThat(seen.size()).isEqualTo(packed.length);
            assertThat(seen.manifest().entries())
                    .containsExactly(
                            new Manifest.Entry("wp/a", CARD.length, Sha256.of(CARD)),
                            new Manifest.Entry(
                                    "wp/index.php", 5, Sha256.of("<?php".getBytes(UTF_8))));
            assertThat(seen.danger()).isEqualTo("php");
        }
        assertThat(look(gzip(CARD)).manifest()).isNull();
        assertThat(look(CARD).manifest()).isNull();
    }

    @Test
    void nothingIsListedThatNobodyAskedFor() throws IOException {
        var zip = zip(Map.of("wp/a", CARD));

        var seen = look(zip, "wp.zip", false);

        assertThat(seen.manifest()).isNull();
        assertThat(seen.unseen()).isNull();
        assertThat(seen.found()).isEqualTo(1);
    }

    @Test
    void namesThatLeadOutsideAreListedAndLeadNowhere() throws IOException {
        var seen = look(zip(Map.of("../../etc/cron.d/x", CARD, "C:\\x", CARD, "/abs", CARD)));

        assertThat(seen.manifest().hasHostileNames()).isTrue();
        assertThat(seen.manifest().entries()).allMatch(Manifest.Entry::leadsOutside);
        var nul = look(tar(Map.of("plain", CARD, "a\nb%", CARD)));
        assertThat(Manifest.parse(nul.manifest().bytes())).isEqualTo(nul.manifest());
        assertThat(new String(nul.manifest().bytes(), UTF_8)).contains("a%0Ab%25\n");
    }

    @Test
    void aNameThatStandsTwiceIsListedTwice() throws IOException {
        var twice = join(entryOf("same", CARD), entryOf("same", "other".getBytes(UTF_8)));

        var seen = look(join(twice, new byte[1024]));

        assertThat(seen.manifest().entries()).hasSize(2).allMatch(e -> e.path().equals("same"));
    }

    @Test
    void whatBurstsIsNotUnpackedToItsEnd() throws IOException {
        var limits = new Budget.Limits(1 << 20, 1 << 16, 50, 10, 100, 3);
        var bomb = gzip(new byte[50 << 20]);

        var seen = look(bomb, "bomb.gz", limits);

        assertThat(seen.unseen()).contains("unpacks to more than");
        assertThat(seen.came()).isEqualTo(Sha256.of(bomb));
        var many = new TreeMap<String, byte[]>();
        for (int i = 0; i < 11; i++) {
            many.put("f" + i, new byte[1]);
        }
        var files = look(zip(many), "many.zip", limits);
        assertThat(files.unseen()).contains("more than 10 files");
        assertThat(files.manifest()).isNull();
        var names = new TreeMap<>(Map.of("a".repeat(51), CARD, "b".repeat(51), CARD));
        assertThat(look(zip(names), "n.zip", limits).unseen())
                .contains("more than 100 characters together");
        var deep = CARD;
        for (int i = 0; i < 5; i++) {
            deep = gzip(deep);
        }
        assertThat(look(deep, "deep.gz", limits).unseen()).contains("deep");
    }

    @Test
    void whatIsDamagedOrCannotBeOpenedIsSaidToBeSo() throws IOException {
        var zip = zip(Map.of("a.log", CARD));

        assertThat(look(Arrays.copyOf(zip, zip.length / 2)).unseen()).contains("damaged");
        assertThat(look("Rar!\u001a\u0007...".getBytes("ISO-8859-1")).unseen())
                .contains("cannot be unpacked");
        assertThat(look(CARD).unseen()).isNull();
    }

    @Test
    void aStreamThatBreaksOffIsNoDamagedArchive() {
        var breaking =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[] {0x1f, (byte) 0x8b, 8, 0}),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("the line is dead");
                            }
                        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                Look.at(
                                        new Once(breaking),
                                        "a.gz",
                                        true,
                                        NOTHING,
                                        OutputStream.nullOutputStream()))
                .withMessage("the line is dead");
    }

    @Test
    void theCopyIsAllOfItAndTextInItBlottedOut() throws IOException {
        var text = join("x\n".repeat(100_000).getBytes(UTF_8), join(CARD, CARD));
        var packed = gzip(text);
        var damaged = Arrays.copyOf(packed, packed.length - 20);
        var zipped = join(zip(Map.of("a.log", CARD)), "behind".getBytes(UTF_8));

        assertThat(copy(text))
                .hasSameSizeAs(text)
                .asString(UTF_8)
                .endsWith("\npaid with 4111 11** **** 1111\npaid with 4111 11** **** 1111\n");
        assertThat(copy(packed)).isEqualTo(packed);
        assertThat(copy(damaged)).isEqualTo(damaged);
        assertThat(copy(zipped)).isEqualTo(zipped);
        assertThat(copy(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCopyThatIsRefusedIsNoDamagedArchive(boolean archive) throws IOException {
        var full =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("the disk is full");
                    }
                };
        var content = archive ? zip(Map.of("a.log", CARD)) : CARD;

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Look.at(new Held(content), "content", true, NOTHING, full))
                .withMessage("the disk is full");
    }

    @ParameterizedTest
    @CsvSource({
        "shell.php,x,php",
        "shell.php.jpg,x,php",
        "SHELL.PHTML,x,php",
        "note.txt,<?php system($_GET[0]);,php",
        "run,#!/bin/sh,script",
        "setup.exe,x,program",
        "page.svg,x,page",
        "noname,<!DOCTYPE html><body>,page",
        "list.docm,x,office-macros",
        "app.js,x,javascript",
        "access.log,10.0.0.1 - - GET /?x=<?php,",
        "notes.txt,nothing,",
        "php.txt,nothing,"
    })
    void whatMustNotBeOpenedByAccidentIsNamed(String name, String content, String danger)
            throws IOException {
        var seen = look(content.getBytes(UTF_8), name, false);

        assertThat(seen.danger()).isEqualTo(danger);
    }

    @Test
    void aPictureThatHoldsPhpIsNamed() throws IOException {
        var picture = join("GIF89a\0\0\0\0\0\1".getBytes(UTF_8), "<?php eval(1);".getBytes(UTF_8));

        assertThat(look(picture, "cat.gif", false).danger()).isEqualTo("hidden-php");
        assertThat(look(join("MZ".getBytes(UTF_8), new byte[100])).danger()).isEqualTo("program");
    }

    @Test
    void textIsToldFromEverythingElse() throws IOException {
        assertThat(look(CARD).form()).isEqualTo(ContentForm.TEXT);
        assertThat(look("grüße".getBytes("UTF-16LE")).form()).isEqualTo(ContentForm.TEXT);
        assertThat(look("grüße".getBytes("ISO-8859-1")).form()).isEqualTo(ContentForm.TEXT);
        assertThat(look(new byte[0]).form()).isEqualTo(ContentForm.TEXT);
        assertThat(look(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2}).form())
                .isEqualTo(ContentForm.BINARY);
        assertThat(look("%PDF-1.7 text".getBytes(UTF_8)).form()).isEqualTo(ContentForm.BINARY);
    }

    private static byte[] copy(byte[] content) throws IOException {
        var copy = new ByteArrayOutputStream();
        Look.at(new Held(content), "content", true, NOTHING, copy);
        return copy.toByteArray();
    }

    private static Seen look(byte[] content) throws IOException {
        return look(content, "content", true);
    }

    private static Seen look(byte[] content, String name, boolean lists) throws IOException {
        return Look.at(new Held(content), name, lists, NOTHING, OutputStream.nullOutputStream());
    }

    private static Seen look(byte[] content, String name, Budget.Limits limits) throws IOException {
        return Look.at(
                new Held(content), name, true, NOTHING, limits, OutputStream.nullOutputStream());
    }

    /** A stream that can be read as far as it goes. */
    private record Once(InputStream stream) implements Unpacking.Anew {
        @Override
        public long size() {
            return 1000;
        }

        @Override
        public InputStream open() {
            return stream;
        }
    }

    static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    static byte[] tar(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var file : files.entrySet()) {
            out.write(entryOf(file.getKey(), file.getValue()));
        }
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    private static byte[] entryOf(String name, byte[] content) throws IOException {
        var head = new byte[512];
        put(head, 0, name);
        put(head, 100, "0000644");
        put(head, 124, "%011o".formatted(content.length));
        put(head, 136, "00000000000");
        head[156] = '0';
        put(head, 257, "ustar");
        put(head, 263, "00");
        Arrays.fill(head, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte one : head) {
            sum += one & 0xff;
        }
        put(head, 148, "%06o".formatted(sum));
        head[154] = 0;
        return join(join(head, content), new byte[(512 - content.length % 512) % 512]);
    }

    private static void put(byte[] head, int at, String text) {
        var bytes = text.getBytes(UTF_8);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static byte[] join(byte[] one, byte[] other) {
        var joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}

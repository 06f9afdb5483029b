package dev.cordon.infra.http.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.BodyTooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class SentLinesTest {

    private static final byte[] LINES = "one line\nand another\n".getBytes(UTF_8);

    @Test
    void plainLinesComeThroughAsTheyAre() throws IOException {
        assertThat(SentLines.open(stream(LINES), null).readAllBytes()).isEqualTo(LINES);
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        assertThat(SentLines.open(stream(gzip(LINES)), "gzip").readAllBytes()).isEqualTo(LINES);
    }

    @Test
    void aFloodOfOneAddressIsTakenHoweverWellItPacks() throws IOException {
        var flood =
                "192.0.2.7 - - [23/Nov/2026:07:00:00 +0000] \"POST /wp-login.php HTTP/1.1\" 200 5\n"
                        .repeat(60_000)
                        .getBytes(UTF_8);
        var packed = gzip(flood);

        assertThat(packed.length).isLessThan(flood.length / 200);
        assertThat(SentLines.open(stream(packed), "gzip").readAllBytes()).isEqualTo(flood);
    }

    @Test
    void aBombIsRefusedAtTheMostThatARequestMayCarry() throws IOException {
        var bomb = gzip(new byte[(int) SentLines.MOST + 1]);
        var opened = SentLines.open(stream(bomb), "gzip");
        var read = new long[1];

        assertThatExceptionOfType(BodyTooLarge.class)
                .isThrownBy(
                        () -> {
                            var buffer = new byte[8192];
                            for (int got; (got = opened.read(buffer)) >= 0; ) {
                                read[0] += got;
                            }
                        });

        assertThat(read[0]).isLessThanOrEqualTo(SentLines.MOST);
    }

    @Test
    void gzipThatBreaksOffIsAnErrorAndNoShortBatch() throws IOException {
        var whole = gzip(LINES);
        var half = Arrays.copyOf(whole, whole.length - 6);
        var opened = SentLines.open(stream(half), "gzip");

        assertThatExceptionOfType(EOFException.class).isThrownBy(opened::readAllBytes);
    }

    @Test
    void whatIsNotGzipIsNotTakenForLines() {
        assertThatExceptionOfType(ZipException.class)
                .isThrownBy(() -> SentLines.open(stream(LINES), "gzip"));
    }

    @Test
    void anEncodingThatNobodyReadsIsRefused() {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> SentLines.open(stream(LINES), "br"));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }
}

package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackedLogTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final byte[] LOG = log(400);

    /** How a log is packed. */
    enum Packing {
        PLAIN,
        GZIP,
        ZSTD;

        OutputStream around(OutputStream out) throws IOException {
            return switch (this) {
                case PLAIN -> out;
                case GZIP -> new GZIPOutputStream(out);
                case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
            };
        }

        byte[] pack(byte[] bytes) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (var out = around(packed)) {
                out.write(bytes);
            }
            return packed.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsFirstBytesTellHowALogIsPacked(Packing packing) throws IOException {
        assertThat(unpacked(packing.pack(LOG))).isEqualTo(LOG);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyLogIsEmptyHoweverItIsPacked(Packing packing) throws IOException {
        assertThat(unpacked(packing.pack(new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "\u001f", "(", "(\u00b5"})
    void aFewBytesArePlain(String text) throws IOException {
        assertThat(unpacked(text.getBytes(UTF_8))).isEqualTo(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void whatWasAppendedWhilePackedIsReadToo(Packing packing) throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(packing.pack(LOG));
        both.write(packing.pack(LOG));

        assertThat(read(both.toByteArray()).understood()).isEqualTo(800);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void ofALogThatBreaksOffTheBeginningIsReadAndTheBreakIsSaid(Packing packing)
            throws IOException {
        byte[] log = log(40_000);
        byte[] packed = packing.pack(log);
        var in = PackedLog.open(new ByteArrayInputStream(packed, 0, packed.length * 3 / 4));
        var read = new ByteArrayOutputStream();

        assertThatThrownBy(() -> in.transferTo(read)).isInstanceOf(IOException.class);

        assertThat(read.size()).isGreaterThan(log.length / 4);
        assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(log, read.size()));
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aLogWithWrongBitsIsReadOrRefusedAndNothingElse(Packing packing) throws IOException {
        byte[] packed = packing.pack(LOG);
        for (int at = 0; at < packed.length; at++) {
            byte[] broken = packed.clone();
            broken[at] ^= (byte) (1 << at % 8);

            assertThat(isReadOrRefused(broken)).as("wrong at " + at).isTrue();
            assertThat(isReadOrRefused(Arrays.copyOf(packed, at))).as("cut at " + at).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aSmallFileThatUnpacksToMuchTakesNoMemory(Packing packing) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = packing.around(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
            out.write('\n');
            out.write(LOG);
        }

        var counts = read(packed.toByteArray());

        assertThat(packed.size()).isLessThan(1 << 20);
        assertThat(counts.bytes()).isEqualTo(64 * (1L << 20) + 1 + LOG.length);
        assertThat(counts.rejected()).isEqualTo(Map.of(Rejection.TOO_LONG, 1L));
        assertThat(counts.understood()).isEqualTo(400);
    }

    @Test
    void whatBeginsLikeAPackedFileAndIsNoneIsRefused() {
        assertThat(isReadOrRefused(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).isTrue();
        assertThatThrownBy(() -> unpacked(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> unpacked(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 9, 9}))
                .isInstanceOf(IOException.class);
    }

    private static boolean isReadOrRefused(byte[] bytes) {
        try {
            return unpacked(bytes).length <= 100 * LOG.length;
        } catch (IOException refused) {
            return true;
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var in = PackedLog.open(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static IntakeCounts read(byte[] packed) throws IOException {
        var reader =
                new LogReader(
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        64 * 1024,
                        Duration.ofMinutes(10),
                        event -> {});
        var piece = new byte[64 * 1024];
        try (InputStream in = PackedLog.open(new ByteArrayInputStream(packed))) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                reader.feed(piece, 0, got, NOW);
            }
        }
        reader.end();
        return reader.counts(0);
    }

    private static byte[] log(int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append("198.51.100.").append(i % 200).append(" - - [23/Nov/2026:08:18:18 +0000]");
            text.append(" \"GET /page-").append(i * 7_919L % 99_991).append(" HTTP/1.1\" 200 5");
            text.append(" \"-\" \"curl\"\n");
        }
        return text.toString().getBytes(UTF_8);
    }
}

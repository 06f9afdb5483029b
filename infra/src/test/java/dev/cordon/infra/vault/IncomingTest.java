package dev.cordon.infra.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncomingTest {

    private static final int BLOCK = 1 << 21;

    @TempDir private Path folder;

    @Test
    void whatIsWrittenAcrossTheBordersOfBlocksIsInTheFileByteForByte() throws IOException {
        var random = new Random(7);
        var written = new ByteArrayOutputStream();
        var place = folder.resolve("kept");
        try (var incoming = Incoming.in(folder)) {
            for (int length :
                    List.of(1, BLOCK - 2, 1, 1, BLOCK, BLOCK - 1, 2 * BLOCK + 3, 0, 17, BLOCK)) {
                var piece = new byte[length];
                random.nextBytes(piece);
                assertThat(incoming.write(ByteBuffer.wrap(piece))).isEqualTo(length);
                written.writeBytes(piece);
            }
            incoming.finish();
            incoming.moveTo(place);
        }

        assertThat(Files.readAllBytes(place)).isEqualTo(written.toByteArray());
    }

    @Test
    void storageThatOffersNoWayPastTheCacheTakesTheSameBytes() throws IOException {
        var memory = Path.of("/dev/shm");
        if (!Files.isWritable(memory)) {
            System.out.println("SKIPPED: no folder in memory lies at " + memory);
            Assumptions.abort("no folder in memory lies at " + memory);
        }
        var inMemory = Files.createTempDirectory(memory, "incoming");
        var bytes = new byte[2 * BLOCK + 5];
        new Random(8).nextBytes(bytes);
        try (var incoming = Incoming.in(inMemory)) {
            incoming.write(ByteBuffer.wrap(bytes));
            try (var read = incoming.open()) {
                assertThat(read.readAllBytes()).isEqualTo(bytes);
            }
        } finally {
            Files.delete(inMemory);
        }
    }

    @Test
    void whatFollowsAReadGoesOnWhereItWas() throws IOException {
        var bytes = new byte[3 * BLOCK];
        new Random(9).nextBytes(bytes);
        try (var incoming = Incoming.in(folder)) {
            incoming.write(ByteBuffer.wrap(bytes, 0, BLOCK + 3));
            incoming.open().close();
            incoming.write(ByteBuffer.wrap(bytes, BLOCK + 3, 2 * BLOCK - 3));
            try (var read = incoming.open()) {
                assertThat(read.readAllBytes()).isEqualTo(bytes);
            }
        }
    }

    @Test
    void whoOpensItReadsWhatWasWrittenByThen() throws IOException {
        try (var incoming = Incoming.in(folder)) {
            incoming.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            try (var read = incoming.open()) {
                assertThat(read.readAllBytes()).containsExactly(1, 2, 3);
            }
            incoming.write(ByteBuffer.wrap(new byte[] {4}));
            try (var read = incoming.open()) {
                assertThat(read.readAllBytes()).containsExactly(1, 2, 3, 4);
            }
        }
    }

    @Test
    void whatWasReadWhileItIsWrittenIsNobodyElsesToSweep() throws Exception {
        try (var incoming = Incoming.in(folder)) {
            incoming.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            incoming.open().close();
            Incoming.sweep(folder);

            assertThat(SweepingProgram.sweeps(folder)).isZero();

            try (var read = incoming.open()) {
                assertThat(read.readAllBytes()).containsExactly(1, 2, 3);
            }
        }
    }

    @Test
    void whatADeadWriterLeftIsSweptByWhoeverStarts() throws Exception {
        Files.write(folder.resolve("evidence1"), new byte[] {1});
        Files.createFile(folder.resolve("evidence1.lock"));
        Files.write(folder.resolve("evidence2-of-an-earlier-version"), new byte[] {2});
        Files.createFile(folder.resolve("evidence3.lock"));

        assertThat(SweepingProgram.sweeps(folder)).isEqualTo(2);

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothingStaysOfWhatWasNotMovedToItsPlace() throws IOException {
        try (var incoming = Incoming.in(folder)) {
            incoming.write(ByteBuffer.wrap(new byte[BLOCK + 1]));
        }

        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}

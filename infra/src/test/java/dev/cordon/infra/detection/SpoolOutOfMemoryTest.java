package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.crypto.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** The program runs out of memory while it writes lines. */
class SpoolOutOfMemoryTest {

    private static final SourceId SHOP = new SourceId("shop-access");

    @TempDir Path folder;

    private final Memory memory = new Memory();

    @Test
    void nobodyWhoWaitedHearsThatLinesWereTakenBefore() throws Exception {
        var spool = spool();
        var heard = new ConcurrentHashMap<String, Throwable>();
        var held = memory.holdNext();
        var first = sender(spool, "one", heard);
        held.entered().await();
        var second = sender(spool, "two", heard);
        var third = sender(spool, "three", heard);
        awaitWaiting(second, third);

        memory.out = true;
        held.go().countDown();
        for (var each : new Thread[] {first, second, third}) {
            each.join();
        }

        assertThat(heard).containsOnlyKeys("two", "three");
        memory.out = false;
        assertThat(spool.append(SHOP, "two", in("two\n"))).isPresent();
        assertThat(spool.append(SHOP, "three", in("three\n"))).isPresent();
        assertThat(read(spool)).isEqualTo("one\ntwo\nthree\n");
        assertThat(read(spool())).isEqualTo("one\ntwo\nthree\n");
    }

    @Test
    void theNextBatchIsWrittenToFilesThatWereOpenedAnew() throws IOException {
        var spool = spool();
        memory.out = true;
        assertThatThrownBy(() -> spool.append(SHOP, "one", in("one\n")))
                .isInstanceOf(OutOfMemoryError.class);
        memory.out = false;

        assertThat(spool.append(SHOP, "one", in("one\n"))).isPresent();

        assertThat(read(spool)).isEqualTo("one\n");
        assertThat(read(spool())).isEqualTo("one\n");
    }

    private static Thread sender(LogSpool spool, String name, Map<String, Throwable> heard) {
        return Thread.ofPlatform()
                .start(
                        () -> {
                            try {
                                assertThat(spool.append(SHOP, name, in(name + "\n"))).isPresent();
                            } catch (IOException | OutOfMemoryError failed) {
                                heard.put(name, failed);
                            }
                        });
    }

    /** Until they stand behind the one who writes. */
    private static void awaitWaiting(Thread... threads) {
        for (var thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
    }

    private FolderLogSpool spool() {
        var one = DataSize.ofBytes(1);
        var much = DataSize.ofMegabytes(1);
        return new FolderLogSpool(
                folder, new SpoolSettings(one, much, much), TestKeys.under(memory));
    }

    private static String read(LogSpool spool) throws IOException {
        try (var lines = spool.open(SHOP, spool.kept(SHOP))) {
            return new String(lines.readAllBytes(), UTF_8);
        }
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Somebody is in the middle of writing, and stays there. */
    private record Held(CountDownLatch entered, CountDownLatch go) {}

    /** Wraps nothing; each new file asks it once. */
    private static final class Memory implements Aead {

        private volatile boolean out;
        private volatile Held held = new Held(new CountDownLatch(0), new CountDownLatch(0));

        Held holdNext() {
            held = new Held(new CountDownLatch(1), new CountDownLatch(1));
            return held;
        }

        @Override
        public byte[] encrypt(byte[] plain, byte[] bound) {
            var now = held;
            boolean isFirst = now.entered().getCount() > 0;
            now.entered().countDown();
            try {
                now.go().await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (out && !isFirst) {
                throw new OutOfMemoryError("as the test wants it");
            }
            return plain.clone();
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] bound) {
            return sealed.clone();
        }
    }
}

package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.crypto.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDetectionStatesTest {

    private static final StoreId STORE = new StoreId(new UUID(0, 1));

    @TempDir Path folder;
    @TempDir Path elsewhere;

    @Test
    void whatWasSavedIsLoadedAgain() throws IOException {
        var large = new byte[300_000];
        Arrays.fill(large, (byte) 7);

        states().save(STORE, Mode.LIVE, large);

        assertThat(states().load(STORE, Mode.LIVE)).hasValue(large);
        assertThat(states().load(STORE, Mode.DRILL)).isEmpty();
    }

    @Test
    void aFileThatWasCutOffOrChangedCountsAsNone() throws IOException {
        states().save(STORE, Mode.LIVE, new byte[200_000]);
        var file = only();
        var whole = Files.readAllBytes(file);

        for (int cut : new int[] {0, 50, 128, 70_000, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(states().load(STORE, Mode.LIVE)).as("cut at " + cut).isEmpty();
        }
        whole[100_000] ^= 1;
        Files.write(file, whole);
        assertThat(states().load(STORE, Mode.LIVE)).isEmpty();
    }

    @Test
    void aFileOfAnEarlierVersionIsReadUntilTheNextIsWritten() throws IOException {
        var plain = folder.resolve(STORE.value() + "-live.state");
        Files.write(plain, new byte[] {1, 2});

        assertThat(states().load(STORE, Mode.LIVE)).hasValue(new byte[] {1, 2});
        states().save(STORE, Mode.LIVE, new byte[] {3});

        assertThat(states().load(STORE, Mode.LIVE)).hasValue(new byte[] {3});
        assertThat(plain).doesNotExist();
    }

    private Path only() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private FolderDetectionStates states() {
        return new FolderDetectionStates(folder, TestKeys.of(elsewhere.resolve("keys.json")));
    }
}

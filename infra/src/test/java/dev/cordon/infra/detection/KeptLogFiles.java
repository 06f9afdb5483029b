package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.util.unit.DataSize.ofMegabytes;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.crypto.DoorKey;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.UnderMasterKey;
import dev.cordon.infra.folder.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of each encrypted file that detection keeps below the data folder, as the product writes it.
 */
public final class KeptLogFiles {

    private static final SourceId SOURCE = new SourceId("shop-nginx");
    private static final AlertId ALERT = new AlertId(new UUID(0, 9));
    private static final StoreId STORE = new StoreId(new UUID(0, 3));
    private static final Stretch PART = new Stretch(0, 4);
    private static final String SECRET = "whsec-of-the-shop";

    private final Path data;

    public KeptLogFiles(Path data) {
        this.data = data;
    }

    public UnderMasterKey underMasterKey() {
        return new SealedLogFiles(new DataFolder(data));
    }

    public void write(FileKeys keys, DoorKey door) throws IOException {
        spool(keys).append(SOURCE, null, in("line\n"));
        matched(keys).keep(SOURCE, ALERT, PART, in("cut\n"));
        states(keys).save(STORE, Mode.LIVE, "known".getBytes(UTF_8));
        var id = new UUID(0, 5);
        Files.createDirectories(data.resolve("directory"));
        Files.writeString(
                data.resolve("directory/sources.json"),
                "{\"secrets\":[{\"id\":\"%s\",\"sealed\":\"%s\"},{\"id\":\"x\",\"sealed\":\"\"}]}"
                        .formatted(id, door.seal("payment_secret/" + id, SECRET)));
    }

    public void assertAllOpens(FileKeys keys, DoorKey door) throws IOException {
        var spool = spool(keys);
        try (var lines = spool.open(SOURCE, spool.kept(SOURCE))) {
            assertThat(lines.readAllBytes()).asString().isEqualTo("line\n");
        }
        var matched = matched(keys);
        try (var lines = matched.open(matched.of(SOURCE).getFirst())) {
            assertThat(lines.readAllBytes()).asString().isEqualTo("cut\n");
        }
        assertThat(states(keys).load(STORE, Mode.LIVE)).contains("known".getBytes(UTF_8));
        var secret =
                JsonMapper.shared()
                        .readTree(Files.readString(data.resolve("directory/sources.json")))
                        .at("/secrets/0");
        assertThat(
                        door.open(
                                "payment_secret/" + secret.get("id").asString(),
                                secret.get("sealed").asString()))
                .isEqualTo(SECRET);
    }

    private FolderLogSpool spool(FileKeys keys) {
        return new FolderLogSpool(
                data.resolve("spool"),
                new SpoolSettings(ofMegabytes(1), ofMegabytes(4), ofMegabytes(4)),
                keys);
    }

    private FolderMatchedLines matched(FileKeys keys) throws IOException {
        return FolderMatchedLines.open(data.resolve("matched"), keys);
    }

    private FolderDetectionStates states(FileKeys keys) throws IOException {
        return new FolderDetectionStates(data.resolve("detection"), keys);
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}

package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.infra.crypto.TestKeys;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** The spool of the product, for tests of what brings lines there. */
public final class Spools {

    private Spools() {}

    public static LogSpool in(Path folder) {
        return new FolderLogSpool(
                folder,
                new SpoolSettings(
                        DataSize.ofMegabytes(64),
                        DataSize.ofGigabytes(1),
                        DataSize.ofMegabytes(64)),
                TestKeys.of(folder.resolveSibling("test-keys").resolve("master.json")));
    }
}

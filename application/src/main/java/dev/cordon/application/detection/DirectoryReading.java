package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.StoreScope;
import java.time.InstantSource;
import java.util.List;

/** Brings the directory of sources up to what the database says. */
@Supporting
class DirectoryReading {

    private final SourceDirectory directory;
    private final LogSources sources;
    private final SourceTokens tokens;
    private final SourceLimits limits;
    private final PaymentSecrets secrets;
    private final SensorDoors sensors;
    private final InstantSource clock;

    DirectoryReading(
            SourceDirectory directory,
            LogSources sources,
            SourceTokens tokens,
            SourceLimits limits,
            PaymentSecrets secrets,
            SensorDoors sensors,
            InstantSource clock) {
        this.directory = directory;
        this.sources = sources;
        this.tokens = tokens;
        this.limits = limits;
        this.secrets = secrets;
        this.sensors = sensors;
        this.clock = clock;
    }

    /** The sources that are known without asking. */
    List<LogSource> known() {
        return directory.contents().sources();
    }

    void refresh() {
        long seen = directory.changes();
        var read =
                new SourceDirectory.Contents(
                        sources.all(StoreScope.ALL),
                        tokens.usable(clock.instant()),
                        limits.all(),
                        secrets.all(),
                        sensors.all());
        directory.refresh(read, seen);
    }
}

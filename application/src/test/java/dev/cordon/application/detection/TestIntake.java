package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import java.time.InstantSource;

/** The doors of a program without a database; the directory knows what it is told. */
record TestIntake(
        InMemorySourceDirectory directory,
        InMemoryLogSources sources,
        LogSpool spool,
        StoreWatches watches,
        Caller caller,
        InstantSource clock) {

    IngestLines ingest() {
        var pace = new IntakePace(directory, clock);
        return new IngestLines(new TakingLines(directory, sources, pace, spool, watches, caller));
    }

    void wake() {
        var reading =
                new DirectoryReading(
                        directory,
                        sources,
                        new InMemorySourceTokens(),
                        new InMemorySourceLimits(),
                        new InMemoryPaymentSecrets(),
                        new InMemorySensorDoors(),
                        clock);
        new WakeDetection(reading, watches).wake();
    }
}

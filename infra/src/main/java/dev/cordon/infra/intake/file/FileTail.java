package dev.cordon.infra.intake.file;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.detection.log.SourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All log files of this machine that are followed, as long as the program runs. */
final class FileTail implements SmartLifecycle {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final long BUDGET = 32L << 20;

    private final TailSettings settings;
    private final Path places;
    private final IngestLines ingest;
    private final Ids ids;
    private final InstantSource clock;
    private final List<Follower> followers = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param places the folder in which is kept how far each file was taken in
     */
    FileTail(TailSettings settings, Path places, IngestLines ingest, Ids ids, InstantSource clock) {
        this.settings = settings;
        this.places = places;
        this.ingest = ingest;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        settings.files().forEach(file -> followers.add(follower(file)));
    }

    private Follower follower(TailSettings.File file) {
        var name = "%s of %s".formatted(file.path(), file.source());
        var folder = new LocalLogFolder(file.path());
        var log =
                new FollowedLog(
                        name,
                        PlaceFile.of(places, file.source(), file.path().toString()),
                        new IngestTaking(ingest, new SourceId(file.source())),
                        ids,
                        clock);
        return new Follower(name, () -> log.pass(folder, BUDGET), settings.pace(), LONGEST_PAUSE);
    }

    @Override
    public void stop() {
        running = false;
        followers.forEach(Follower::close);
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

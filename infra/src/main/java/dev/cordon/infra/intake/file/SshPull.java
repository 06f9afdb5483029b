package dev.cordon.infra.intake.file;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Reads logs of other hosts, as long as the program runs. */
final class SshPull implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SshPull.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final long STEP = 4L << 20;

    private final SshPullSettings settings;
    private final Path places;
    private final IngestLines ingest;
    private final Ids ids;
    private final InstantSource clock;
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param places the folder in which is kept how far each file was taken in
     */
    SshPull(
            SshPullSettings settings,
            Path places,
            IngestLines ingest,
            Ids ids,
            InstantSource clock) {
        this.settings = settings;
        this.places = places;
        this.ingest = ingest;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        for (var log : settings.logs()) {
            var door = new SshDoor(log);
            open.addFirst(door);
            open.addFirst(follower(log, door));
        }
    }

    private Follower follower(SshPullSettings.Log log, SshDoor door) {
        var name = "%s of %s".formatted(log.address(), log.source());
        var followed =
                new FollowedLog(
                        name,
                        PlaceFile.of(places, log.source(), log.address()),
                        new IngestTaking(ingest, new SourceId(log.source())),
                        ids,
                        clock);
        return new Follower(name, () -> pull(log, door, followed), log.every(), LONGEST_PAUSE);
    }

    /** Whether there is more than one connection may bring. */
    static boolean pull(SshPullSettings.Log log, SshDoor door, FollowedLog followed)
            throws IOException {
        try (var connection = door.open()) {
            var folder = new SftpLogFolder(connection.sftp(), log.path());
            boolean more = true;
            for (long left = log.most().toBytes(); more && left > 0; left -= STEP) {
                more = followed.pass(folder, Math.min(STEP, left));
            }
            return more;
        }
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(SshPull::close);
        open.clear();
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception e) {
            LOG.debug("a connection could not be closed", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

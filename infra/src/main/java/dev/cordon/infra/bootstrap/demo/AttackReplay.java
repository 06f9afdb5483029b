package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.bootstrap.FirstAnswered;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Replays the recorded attack into the running console, through the same door as a real log. It
 * begins when the console is up and plays faster than it was recorded; the lines' own times keep
 * their distances and end at the present, so that none lies in the future.
 */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty(name = "cordon.demo.replay.enabled", matchIfMissing = true)
class AttackReplay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttackReplay.class);
    private static final Duration TICK = Duration.ofSeconds(2);

    private final ReplaySettings settings;
    private final Replays replays;
    private final DemoData data;
    private final IngestLines ingestLines;
    private final InstantSource clock;
    private volatile @Nullable Thread player;

    AttackReplay(
            ReplaySettings settings,
            Replays replays,
            DemoData data,
            IngestLines ingestLines,
            InstantSource clock) {
        this.settings = settings;
        this.replays = replays;
        this.data = data;
        this.ingestLines = ingestLines;
        this.clock = clock;
    }

    @EventListener
    void begin(FirstAnswered up) {
        player =
                Thread.ofPlatform()
                        .daemon()
                        .name("attack-replay")
                        .start(
                                () -> {
                                    data.check();
                                    CallerContext.runAs(AutomationPolicy.DETECTION, this::play);
                                });
    }

    private void play() {
        var attack = replays.attack();
        var begun = clock.instant();
        var pace = new ReplayPace(attack.length().plusSeconds(1), settings.speed());
        var shift = pace.shift(attack.begin(), begun);
        replays.add(shift);
        LOG.info(
                "attack replay begins source={} lasts={}s", DemoData.LOG, pace.lasts().toSeconds());
        try {
            var played = Duration.ZERO;
            while (played.compareTo(pace.whole()) < 0) {
                Thread.sleep(TICK);
                var due = pace.due(Duration.between(begun, clock.instant()));
                send(attack.lines(played, due, shift), begun + "+" + played);
                played = due;
            }
            LOG.info("attack replay ended source={}", DemoData.LOG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("attack replay stopped: the lines could not be kept ({})", e.getMessage());
        }
    }

    private void send(List<String> lines, String batch) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        var text = String.join("\n", lines) + "\n";
        ingestLines.ingest(
                new IngestLines.Command(DemoData.LOG, batch),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        var playing = player;
        if (playing != null) {
            playing.interrupt();
        }
    }
}

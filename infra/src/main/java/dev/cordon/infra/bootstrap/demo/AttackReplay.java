package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.bootstrap.FirstAnswered;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
@ConditionalOnBooleanProperty(name = "cordon.demo.replay", matchIfMissing = true)
class AttackReplay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AttackReplay.class);
    private static final double SPEED = 2.5;
    private static final Duration TICK = Duration.ofSeconds(2);

    private final RecordedAttack attack;
    private final Replays replays;
    private final DemoData data;
    private final IngestLines ingestLines;
    private final InstantSource clock;
    private volatile @Nullable Thread player;

    AttackReplay(
            RecordedAttack attack,
            Replays replays,
            DemoData data,
            IngestLines ingestLines,
            InstantSource clock) {
        this.attack = attack;
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
        var begun = clock.instant();
        var whole = attack.length().plusSeconds(1);
        var shift = shift(attack.begin(), whole, begun);
        replays.add(shift);
        LOG.info("attack replay begins source={} lasts={}s", DemoData.LOG, real(whole).toSeconds());
        try {
            var played = Duration.ZERO;
            while (played.compareTo(whole) < 0) {
                Thread.sleep(TICK);
                var due = due(Duration.between(begun, clock.instant()), whole);
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

    /** By how much the recording moves, so that its last line is written when it is replayed. */
    static Duration shift(Instant recorded, Duration whole, Instant begun) {
        return Duration.between(recorded, begun.plus(real(whole)).minus(whole));
    }

    /** How far into the recording the replay is after that time. */
    static Duration due(Duration elapsed, Duration whole) {
        var due = Duration.ofMillis((long) (elapsed.toMillis() * SPEED));
        return due.compareTo(whole) < 0 ? due : whole;
    }

    private static Duration real(Duration recorded) {
        return Duration.ofMillis((long) (recorded.toMillis() / SPEED));
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

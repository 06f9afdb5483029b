package dev.cordon.infra.bootstrap.demo;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By how much each replay of the recorded attack was moved in time, kept over restarts: the
 * stand-in store's session records lie at the same times as the replayed log lines.
 */
final class Replays {

    private final RecordedAttack attack;
    private final Path file;
    private final List<Duration> shifts;

    private Replays(RecordedAttack attack, Path file, List<Duration> shifts) {
        this.attack = attack;
        this.file = file;
        this.shifts = new ArrayList<>(shifts);
    }

    static Replays of(RecordedAttack attack, Path file) {
        try {
            return new Replays(
                    attack,
                    file,
                    Files.exists(file)
                            ? Files.readAllLines(file).stream().map(Duration::parse).toList()
                            : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordedAttack attack() {
        return attack;
    }

    synchronized void add(Duration shift) {
        shifts.add(shift);
        try {
            OwnerOnly.write(
                    file,
                    shifts.stream().map(Duration::toString).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized List<Duration> shifts() {
        return List.copyOf(shifts);
    }
}

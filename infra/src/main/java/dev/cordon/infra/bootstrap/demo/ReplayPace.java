package dev.cordon.infra.bootstrap.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * How a recording is played: faster than it was made, and so that its last line is written at the
 * moment when it is played. Every other line then lies a little in the past, none in the future.
 *
 * @param whole how long the recording is
 * @param speed how much faster it is played; at least 1
 */
record ReplayPace(Duration whole, double speed) {

    /** How long playing takes. */
    Duration lasts() {
        return Duration.ofMillis((long) (whole.toMillis() / speed));
    }

    /** By how much the recording moves in time when playing begins now. */
    Duration shift(Instant recorded, Instant now) {
        return Duration.between(recorded, now.plus(lasts()).minus(whole));
    }

    /** How far into the recording playing has come. */
    Duration due(Duration elapsed) {
        var due = Duration.ofMillis((long) (elapsed.toMillis() * speed));
        return due.compareTo(whole) < 0 ? due : whole;
    }
}

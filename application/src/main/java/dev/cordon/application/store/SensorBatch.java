package dev.cordon.application.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Events as the sensor plugin sent them, with what it signed.
 *
 * @param run the plugin's installation; another one counts anew
 * @param sequence counts the batches of an installation without a gap
 * @param at when it was signed, in seconds since 1970
 * @param nonce never twice
 * @param body JSON as it came
 */
public record SensorBatch(
        String run, long sequence, long at, String nonce, String signature, byte[] body) {

    /** Clocks may differ by so much. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String PURPOSE = "cordon-sensor-events/1";

    public SensorBatch {
        if (!run.matches("[0-9a-f]{16,32}")
                || sequence < 1
                || at < 0
                || !nonce.matches("[0-9a-f]{32,64}")
                || signature.length() > 300) {
            throw new IllegalArgumentException("not the headers of a sensor");
        }
    }

    public boolean isSignedWith(String secret, String door) {
        return SensorSignature.fits(signature, sign(secret, door, run, sequence, at, nonce, body));
    }

    /** Whether it was signed just now. */
    public boolean isOf(Instant now) {
        return Duration.between(Instant.ofEpochSecond(at), now).abs().compareTo(WINDOW) <= 0;
    }

    /** The signature that fits. */
    public static String sign(
            String secret,
            String door,
            String run,
            long sequence,
            long at,
            String nonce,
            byte[] body) {
        var lines = List.of(PURPOSE, door, run, Long.toString(sequence), Long.toString(at), nonce);
        return SensorSignature.of(secret, lines, body);
    }

    @Override
    public String toString() {
        return "batch " + sequence + " of " + run;
    }
}

package dev.cordon.domain.evidence.preservation;

import dev.cordon.domain.evidence.EvidenceEvent.PreservationWaived;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A named person decided that something need not be preserved before a step destroys it. For that
 * incident, that step and those things alone, and not for long.
 *
 * @param step what is to be done, by the name that whoever does it asks with
 * @param losses what may be lost, as {@link Loss#text} writes it
 * @param until from then on it counts no more
 */
public record Waiver(
        UUID id,
        IncidentId incident,
        StoreId store,
        String step,
        List<String> losses,
        String reason,
        Actor.Person by,
        Instant at,
        Instant until) {

    /** Nobody decides for longer. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private static final int LONGEST_STEP = 200;
    private static final int MOST = 100;

    public Waiver {
        at = at.truncatedTo(ChronoUnit.MICROS);
        until = until.truncatedTo(ChronoUnit.MICROS);
        step = step.strip();
        losses = losses.stream().distinct().sorted().toList();
        if (step.isEmpty() || step.length() > LONGEST_STEP) {
            throw new IllegalArgumentException(
                    "a step has a name of 1 to " + LONGEST_STEP + " characters");
        }
        if (losses.isEmpty() || losses.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " things may be lost");
        }
        if (!until.isAfter(at) || until.isAfter(at.plus(LONGEST))) {
            throw new IllegalArgumentException("a waiver ends within 24 hours");
        }
    }

    /** Records it. */
    public static Transition<Waiver> given(Waiver waiver) {
        return Transition.to(
                waiver,
                new PreservationWaived(
                        waiver.incident(),
                        waiver.step(),
                        String.join(", ", waiver.losses()),
                        waiver.reason(),
                        waiver.at(),
                        waiver.by()));
    }

    /** Whether it counts for that at that moment. */
    public boolean covers(String step, Loss loss, Instant now) {
        return this.step.equals(step.strip())
                && losses.contains(loss.text())
                && !now.isBefore(at)
                && now.isBefore(until);
    }

    /** The digest of all of it, in the form {@code cordon/evidence/waiver/v1}. */
    public Sha256 digest() {
        return Canonical.tagged("cordon/evidence/waiver/v1")
                .add(id.toString())
                .add(incident.toString())
                .add(store.toString())
                .add(step)
                .add(String.join("\n", losses))
                .add(reason)
                .add(by.reference())
                .add(at)
                .add(until)
                .sha256();
    }
}

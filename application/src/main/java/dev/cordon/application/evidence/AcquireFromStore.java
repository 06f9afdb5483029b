package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has an incident's store give out what it holds. A job takes it, part after part. */
@UseCase
public class AcquireFromStore {

    /**
     * @param because why card numbers may stay in what cannot be blotted out; null if they may not,
     *     and such a part is not taken
     */
    public record Command(
            IncidentId incident,
            Set<StoreSource> sources,
            Pace pace,
            String purpose,
            @Nullable String because) {
        public Command {
            sources = Set.copyOf(sources);
            purpose = Purposes.required(purpose);
            because = because == null || because.isBlank() ? null : Purposes.required(because);
            if (sources.isEmpty()) {
                throw new IllegalArgumentException("say what is to be taken from the store");
            }
        }
    }

    private final Incidents incidents;
    private final StoreAcquisitions acquisitions;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AcquireFromStore(
            Incidents incidents,
            StoreAcquisitions acquisitions,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.incidents = incidents;
        this.acquisitions = acquisitions;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws Denied if card numbers may stay in and the caller may not allow that
     * @throws IllegalTransition if another acquisition for the incident still goes on
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public AcquisitionId acquire(Command command) {
        var incident = incidents.get(command.incident(), caller.scope());
        LeavingCards.requireMay(caller, command.because(), AcquireFromStore.class);
        if (acquisitions.of(incident.id()).stream().anyMatch(other -> !other.isOver())) {
            throw new IllegalTransition(
                    incident.reference().value(),
                    "taking evidence from the store already",
                    "begin another time");
        }
        var asked =
                StoreAcquisition.ask(
                        new AcquisitionId(ids.next()),
                        incident.id(),
                        incident.store(),
                        command.sources(),
                        command.pace(),
                        command.purpose(),
                        command.because(),
                        caller.person(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        acquisitions.ask(asked);
        return asked.state().id();
    }
}

package dev.cordon.application.breach;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says that personal data is affected, and since when that is known: the legal clocks run. */
@UseCase
public class DeclareAwareness {

    /**
     * @param aware since when it was reasonably certain; null for now
     * @param reason what makes it certain
     */
    public record Command(
            IncidentId incident, Version seen, @Nullable Instant aware, String reason) {}

    private final Incidents incidents;
    private final Caller caller;
    private final InstantSource clock;

    DeclareAwareness(Incidents incidents, Caller caller, InstantSource clock) {
        this.incidents = incidents;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.BREACH_ASSESS)
    public void declare(Command command) {
        var incident = incidents.get(command.incident(), command.seen(), caller.scope());
        var now = clock.instant();
        var aware = command.aware() == null ? now : command.aware();
        incidents.save(incident.declareAwareness(aware, command.reason(), caller.person(), now));
    }
}

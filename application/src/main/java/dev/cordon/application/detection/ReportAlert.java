package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes an alert in that another program raised. The same source and reference is the same alert:
 * it is answered again, and grows if more was sent.
 */
@StreamingUseCase
public class ReportAlert {

    /**
     * @param source the program, as it calls itself
     * @param reference what it calls the alert; unique within it
     * @param startedAt when it began; if null, now, or when it began as it was first sent
     * @param lastSeenAt when it was last seen; {@code startedAt} if null
     * @param lines some log lines that show it; secrets in them are masked
     */
    public record Command(
            StoreId store,
            String source,
            String reference,
            AlertNote note,
            AttackKind kind,
            AlertSeverity severity,
            @Nullable Instant startedAt,
            @Nullable Instant lastSeenAt,
            List<Address> addresses,
            List<String> accounts,
            List<String> lines) {}

    private final Stores stores;
    private final Reports reports;
    private final Caller caller;
    private final InstantSource clock;

    ReportAlert(Stores stores, Reports reports, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.reports = reports;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if a part is longer, later or more than is taken
     */
    @Requires(Permission.ALERT_REPORT)
    public Reported report(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var note = command.note().masked();
        var origin = new AlertOrigin(AlertOrigin.API, command.source(), command.reference());
        return reports.store(
                store.id(),
                origin,
                command.startedAt(),
                began -> finding(command, note, began),
                note,
                caller.actor());
    }

    private Finding finding(Command command, AlertNote note, Instant began) {
        return new ReportedFinding(
                        command.reference(),
                        note,
                        command.kind(),
                        command.severity(),
                        began,
                        command.lastSeenAt() == null ? began : command.lastSeenAt(),
                        command.addresses(),
                        command.accounts(),
                        command.lines())
                .at(clock.instant());
    }
}

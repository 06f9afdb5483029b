package dev.cordon.infra.persistence.breach;

import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.Determination.Phase;
import dev.cordon.domain.breach.Determination.Result;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.Window;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "determination")
@Audited
class DeterminationRow implements AuditedRow<Determination> {

    private enum State {
        REQUESTED,
        DETERMINED,
        FAILED
    }

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID incident = new UUID(0, 0);
    private UUID store = new UUID(0, 0);

    @Column(name = "exposed_from")
    private Instant exposedFrom = Instant.EPOCH;

    @Column(name = "exposed_until")
    private Instant exposedUntil = Instant.EPOCH;

    private String addresses = "";

    @Column(name = "accepted_logins")
    private int acceptedLogins;

    @Enumerated(EnumType.STRING)
    private State phase = State.REQUESTED;

    @Column(name = "requested_by")
    private @Nullable String requestedBy;

    private Instant at = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private @Nullable Basis basis;

    private @Nullable Integer people;
    private @Nullable Integer explained;
    private @Nullable String gap;

    @Column(name = "made_up")
    private @Nullable Boolean madeUp;

    private @Nullable String failure;

    protected DeterminationRow() {}

    DeterminationRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Determination determination) {
        incident = determination.incident().value();
        store = determination.store().value();
        exposedFrom = determination.exposure().window().from();
        exposedUntil = determination.exposure().window().until();
        addresses =
                determination.exposure().addresses().stream()
                        .sorted()
                        .map(Address::toString)
                        .collect(Collectors.joining(" "));
        acceptedLogins = determination.exposure().acceptedLogins();
        switch (determination.phase()) {
            case Phase.Requested(var by, var requestedAt) -> {
                phase = State.REQUESTED;
                requestedBy = by.name();
                at = requestedAt;
            }
            case Phase.Determined(var result, var determinedAt) -> {
                phase = State.DETERMINED;
                at = determinedAt;
                copyFrom(result);
            }
            case Phase.Failed(var sentence, var failedAt) -> {
                phase = State.FAILED;
                at = failedAt;
                failure = sentence;
            }
        }
    }

    private void copyFrom(Result result) {
        basis = result.basis();
        people = result.people();
        explained = result.explained();
        gap = result.gap();
        madeUp = result.madeUp();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Determination toDomain() {
        return new Determination(
                new DeterminationId(id),
                new IncidentId(incident),
                new StoreId(store),
                new Exposure(new Window(exposedFrom, exposedUntil), addresses(), acceptedLogins),
                phase(),
                version());
    }

    private Set<Address> addresses() {
        return Arrays.stream(addresses.split(" "))
                .flatMap(text -> Address.of(text).stream())
                .collect(Collectors.toSet());
    }

    private Phase phase() {
        return switch (phase) {
            case REQUESTED -> new Phase.Requested(new Actor.Person(stored(requestedBy)), at);
            case DETERMINED ->
                    new Phase.Determined(
                            new Result(
                                    stored(basis),
                                    stored(people),
                                    stored(explained),
                                    stored(gap),
                                    stored(madeUp)),
                            at);
            case FAILED -> new Phase.Failed(stored(failure), at);
        };
    }

    private <T> T stored(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException(
                    "determination " + id + " lacks a column of its phase " + phase);
        }
        return column;
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }
}

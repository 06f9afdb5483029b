package dev.cordon.infra.persistence.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.infra.persistence.AuditedRow;
import dev.cordon.infra.persistence.Cursor;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "incident")
@Audited
class IncidentRow implements AuditedRow<Incident> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private UUID store = new UUID(0, 0);
    private String reference = "";
    private String codename = "";
    private String title = "";

    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.LIVE;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.TRIAGE;

    @Enumerated(EnumType.STRING)
    private Severity severity = Severity.LOW;

    @Embedded private @Nullable AssessmentColumns assessment;

    @Embedded private TimesColumns times = TimesColumns.NONE;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    private @Nullable String commander;

    protected IncidentRow() {}

    IncidentRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Incident incident) {
        store = incident.store().value();
        reference = incident.reference().value();
        codename = incident.codename();
        title = incident.title();
        mode = incident.mode();
        stage = incident.stage();
        severity = incident.severity().severity();
        assessment = AssessmentColumns.of(incident.severity());
        times = TimesColumns.of(incident.times());
        acknowledgedBy = nameOf(incident.acknowledgedBy());
        commander = nameOf(incident.commander());
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Incident toDomain() {
        if (assessment == null) {
            throw new IllegalStateException("incident " + id + " was stored without a severity");
        }
        return new Incident(
                new IncidentId(id),
                new StoreId(store),
                new Reference(reference),
                codename,
                title,
                mode,
                stage,
                assessment.toDomain(),
                times.toDomain(),
                personOf(acknowledgedBy),
                personOf(commander),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(store));
    }

    Cursor place() {
        return new Cursor(times.declared(), id);
    }

    private static @Nullable String nameOf(Actor.@Nullable Person person) {
        return person == null ? null : person.name();
    }

    private static Actor.@Nullable Person personOf(@Nullable String name) {
        return name == null ? null : new Actor.Person(name);
    }
}

package dev.cordon.infra.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/** One committed change of audited rows: who, when, through which use case, why. */
@Entity
@Table(name = "revision")
@RevisionEntity(RevisionWriter.class)
class RevisionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_seq")
    @SequenceGenerator(name = "revision_seq", sequenceName = "revision_seq", allocationSize = 1)
    @RevisionNumber
    private long rev;

    @RevisionTimestamp private Instant at = Instant.EPOCH;

    private String actor = "";

    @Column(name = "use_case")
    private String useCase = "";

    private String reason = "";

    private String events = "";

    protected RevisionRow() {}

    void by(String actor, String useCase, Instant at) {
        this.actor = actor;
        this.useCase = useCase;
        this.at = at;
    }

    long number() {
        return rev;
    }

    /** Adds to what explains this revision: a use case may change several records. */
    void explainedBy(List<String> moreEvents, List<String> moreReasons) {
        events = joined(events, ",", moreEvents);
        reason = joined(reason, "; ", moreReasons);
    }

    private static String joined(String known, String separator, List<String> more) {
        return Stream.concat(Stream.of(known), more.stream())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }
}

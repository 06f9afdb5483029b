package dev.cordon.envers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Audited
class ProbePartRow {

    @Id UUID id;
    @ManyToOne ProbeRow probe;

    protected ProbePartRow() {}

    ProbePartRow(UUID id, ProbeRow probe) {
        this.id = id;
        this.probe = probe;
    }
}

package dev.cordon.envers;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What no row may be: its history cannot be read. */
@Entity
@Audited
class RecordsProbeRow {

    @Embeddable
    record Part(String word, Integer number) {}

    @Id UUID id;
    @ElementCollection Set<Part> parts = new HashSet<>();

    protected RecordsProbeRow() {}

    RecordsProbeRow(UUID id, Part part) {
        this.id = id;
        this.parts.add(part);
    }
}

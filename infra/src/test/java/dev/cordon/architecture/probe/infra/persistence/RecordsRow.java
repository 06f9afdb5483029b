package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;

@Entity
class RecordsRow {
    @Id private String id;

    @ElementCollection private Set<Entry> entries;

    record Entry(String text) {}
}

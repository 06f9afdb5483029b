package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class IncidentTable {
    @Id private String id;
}

package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class SettableRow {
    @Id private String id;

    public void setId(String id) {
        this.id = id;
    }
}

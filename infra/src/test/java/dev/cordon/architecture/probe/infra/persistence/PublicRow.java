package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class PublicRow {
    @Id private String id;
}

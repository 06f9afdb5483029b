package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.EntityManager;

class MergedRow {
    void save(EntityManager em, PublicRow row) {
        em.merge(row);
    }
}

package dev.cordon.architecture.probe.infra.persistence;

import jakarta.persistence.EntityManager;

class BulkUpdate {
    void close(EntityManager em) {
        em.createQuery("update PublicRow set id = null").executeUpdate();
    }
}

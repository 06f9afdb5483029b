package dev.cordon.architecture.probe.domain.store;

import dev.cordon.architecture.probe.domain.incident.DomainReadsFiles;

public record StoreOpensIncident(DomainReadsFiles incident) {}

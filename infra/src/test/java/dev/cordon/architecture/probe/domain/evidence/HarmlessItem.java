package dev.cordon.architecture.probe.domain.evidence;

import dev.cordon.architecture.probe.domain.incident.DomainReadsFiles;

public record HarmlessItem(DomainReadsFiles of) {}

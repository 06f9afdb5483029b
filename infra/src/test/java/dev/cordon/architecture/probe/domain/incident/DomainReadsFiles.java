package dev.cordon.architecture.probe.domain.incident;

import java.nio.file.Path;

public record DomainReadsFiles(Path file) {}

package dev.cordon.architecture.probe.application.incident;

import dev.cordon.architecture.probe.application.evidence.HarmlessCollecting;

public record RoundAboutUseCase(HarmlessCollecting collecting) {}

package dev.cordon.architecture.probe.domain.incident;

import dev.cordon.architecture.probe.domain.evidence.HarmlessItem;

public record RoundAboutIncident(HarmlessItem item) {}

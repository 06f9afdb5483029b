package dev.cordon.architecture.probe.ui.incident;

import dev.cordon.architecture.probe.ui.evidence.HarmlessTab;

public record RoundAboutView(HarmlessTab tab) {}

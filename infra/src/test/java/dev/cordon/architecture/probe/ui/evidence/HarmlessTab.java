package dev.cordon.architecture.probe.ui.evidence;

import dev.cordon.architecture.probe.ui.incident.HarmlessPage;

public record HarmlessTab(HarmlessPage of) {}

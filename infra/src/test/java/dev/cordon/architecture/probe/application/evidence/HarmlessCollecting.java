package dev.cordon.architecture.probe.application.evidence;

import dev.cordon.architecture.probe.application.incident.HarmlessIncident;

public record HarmlessCollecting(HarmlessIncident of) {}

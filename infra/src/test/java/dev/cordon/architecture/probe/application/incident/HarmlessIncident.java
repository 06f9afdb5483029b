package dev.cordon.architecture.probe.application.incident;

public record HarmlessIncident(String reference) {}

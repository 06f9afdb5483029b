package dev.cordon.architecture.probe.domain.incident;

public class IncidentManager {}

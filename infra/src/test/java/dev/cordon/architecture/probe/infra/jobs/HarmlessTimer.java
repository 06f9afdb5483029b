package dev.cordon.architecture.probe.infra.jobs;

public record HarmlessTimer(String name) {}

package dev.cordon.architecture.probe.infra.persistence;

import dev.cordon.architecture.probe.infra.jobs.HarmlessTimer;

public record HarmlessTable(HarmlessTimer timer) {}

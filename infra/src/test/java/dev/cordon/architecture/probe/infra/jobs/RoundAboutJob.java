package dev.cordon.architecture.probe.infra.jobs;

import dev.cordon.architecture.probe.infra.persistence.HarmlessTable;

public record RoundAboutJob(HarmlessTable table) {}

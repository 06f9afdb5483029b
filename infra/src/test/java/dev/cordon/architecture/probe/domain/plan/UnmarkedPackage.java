package dev.cordon.architecture.probe.domain.plan;

public record UnmarkedPackage(String name) {}

package dev.cordon.architecture.probe.ui.incident;

public record HarmlessPage(String title) {}

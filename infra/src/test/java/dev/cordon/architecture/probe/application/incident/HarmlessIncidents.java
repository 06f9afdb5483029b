package dev.cordon.architecture.probe.application.incident;

public interface HarmlessIncidents {
    void saveSeen(String by);
}

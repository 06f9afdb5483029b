package dev.cordon.infra.http.detection;

/** Somebody, by the name they log in with (OCSF, object {@code user}). */
public record OcsfUserJson(String name) {}

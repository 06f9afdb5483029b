package dev.cordon.architecture.probe.domain.incident;

import com.google.re2j.Pattern;

public record IncidentMatchesPatterns(Pattern pattern) {}

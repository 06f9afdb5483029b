package dev.cordon.architecture.probe.domain.breach;

import java.util.Date;

public record CountsInCalendars(Date due) {}

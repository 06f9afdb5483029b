package dev.cordon.architecture.probe.application.incident;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.people.Permission;

@Queries
public class WritingQueries {

    private final HarmlessIncidents incidents;

    WritingQueries(HarmlessIncidents incidents) {
        this.incidents = incidents;
    }

    @Requires(Permission.INCIDENT_READ)
    public String newest() {
        incidents.saveSeen("me");
        return "the newest";
    }
}

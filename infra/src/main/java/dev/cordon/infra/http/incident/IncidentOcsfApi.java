package dev.cordon.infra.http.incident;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.NewlineJson;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents in the form that other security programs read. */
@RestController
@RequestMapping(ApiPaths.API + "/incidents")
@Tag(name = "incidents")
class IncidentOcsfApi {

    private final IncidentQueries incidents;
    private final AlertQueries alerts;
    private final NewlineJson lines;

    IncidentOcsfApi(IncidentQueries incidents, AlertQueries alerts, NewlineJson lines) {
        this.incidents = incidents;
        this.alerts = alerts;
        this.lines = lines;
    }

    @GetMapping("/{id}/ocsf")
    @Operation(summary = "Shows an incident as an Incident Finding of OCSF 1.5")
    OcsfIncidentJson showFinding(@PathVariable UUID id) {
        return finding(incidents.incident(new IncidentId(id)));
    }

    @GetMapping(path = "/ocsf", produces = NewlineJson.TYPE)
    @Operation(
            summary = "Lists incidents as Incident Findings of OCSF 1.5, one a line, newest first",
            description = "The header Link names what follows.")
    ResponseEntity<String> listFindings(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter =
                new Incidents.Filter(open, null, store == null ? null : new StoreId(store), null);
        return lines.of(incidents.list(filter, PageJson.request(limit, after)), this::finding);
    }

    private OcsfIncidentJson finding(Incident incident) {
        return OcsfIncidentJson.of(incident, alerts.escalatedInto(incident.id().value()));
    }
}

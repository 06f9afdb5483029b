package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.CountryQueries;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.NewlineJson;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alerts in the form that other security programs read. */
@RestController
@RequestMapping(ApiPaths.API + "/alerts")
@Tag(name = "alerts")
class AlertOcsfApi {

    private final AlertQueries alerts;
    private final CountryQueries countries;
    private final NewlineJson lines;

    AlertOcsfApi(AlertQueries alerts, CountryQueries countries, NewlineJson lines) {
        this.alerts = alerts;
        this.countries = countries;
        this.lines = lines;
    }

    @GetMapping("/{id}/ocsf")
    @Operation(summary = "Shows an alert as a Detection Finding of OCSF 1.5")
    OcsfDetectionJson showFinding(@PathVariable UUID id) {
        return finding(alerts.alert(new AlertId(id)));
    }

    @GetMapping(path = "/ocsf", produces = NewlineJson.TYPE)
    @Operation(
            summary = "Lists alerts as Detection Findings of OCSF 1.5, one a line, newest first",
            description = "The header Link names what follows.")
    ResponseEntity<String> listFindings(
            @RequestParam(defaultValue = "") Set<AlertStatus> status,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = Alerts.Filter.of(status).in(store == null ? null : new StoreId(store));
        return lines.of(alerts.list(filter, PageJson.request(limit, after)), this::finding);
    }

    private OcsfDetectionJson finding(Alert alert) {
        return OcsfDetectionJson.of(alert, countries.of(alert.finding()));
    }
}

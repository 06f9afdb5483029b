package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.CountryQueries;
import dev.cordon.application.detection.ReportAlert;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for alerts that other programs raise. */
@RestController
@RequestMapping(ApiPaths.API + "/alerts")
@Tag(name = "alerts")
class AlertReportApi {

    private final ReportAlert report;
    private final AlertQueries alerts;
    private final CountryQueries countries;

    AlertReportApi(ReportAlert report, AlertQueries alerts, CountryQueries countries) {
        this.report = report;
        this.alerts = alerts;
        this.countries = countries;
    }

    /**
     * An alert as another program sends it.
     *
     * @param source the program
     * @param reference what it calls the alert; the same one again is the same alert
     * @param link where it shows more, an http or https address
     * @param lines some log lines that show it; secrets in them are masked
     */
    record ReportAlertJson(
            @NotNull UUID store,
            @NotBlank @Size(max = 100) String source,
            @NotBlank @Size(max = 300) String reference,
            @NotBlank @Size(max = AlertNote.LONGEST_TITLE) String title,
            @Size(max = AlertNote.LONGEST_DESCRIPTION) @Nullable String description,
            @Size(max = 2_000) @Nullable String link,
            @NotNull AlertSeverity severity,
            @Nullable AttackKind kind,
            @Nullable Instant occurredAt,
            @Nullable Instant lastSeenAt,
            @Size(max = 10_000) @Nullable List<String> addresses,
            @Size(max = 1_000) @Nullable List<@Size(max = 300) String> accounts,
            @Size(max = 8) @Nullable List<@Size(max = 2_000) String> lines) {}

    @PostMapping
    @Operation(
            summary = "Takes an alert in that another program raised",
            description =
                    "The same store, source and reference is the same alert: it is answered again,"
                            + " with 200, and grows if more was sent.")
    @ApiResponse(responseCode = "201", description = "It was not known")
    @ApiResponse(responseCode = "200", description = "It was known")
    ResponseEntity<AlertJson> report(@Valid @RequestBody ReportAlertJson sent) {
        var reported = report.report(command(sent));
        var alert = alerts.alert(reported.alert());
        var answer =
                reported.isNew()
                        ? ResponseEntity.created(
                                URI.create(ApiPaths.API + "/alerts/" + reported.alert()))
                        : ResponseEntity.status(HttpStatus.OK);
        return answer.eTag(ETags.of(alert.version()))
                .body(AlertJson.of(alert, countries.of(alert.finding())));
    }

    private static ReportAlert.Command command(ReportAlertJson sent) {
        return new ReportAlert.Command(
                new StoreId(sent.store),
                sent.source,
                sent.reference,
                new AlertNote(
                        sent.title, sent.description == null ? "" : sent.description, sent.link),
                sent.kind == null ? AttackKind.OTHER : sent.kind,
                sent.severity,
                sent.occurredAt,
                sent.lastSeenAt,
                given(sent.addresses).stream().map(AlertApi::address).toList(),
                given(sent.accounts),
                given(sent.lines));
    }

    private static <T> List<T> given(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent;
    }
}

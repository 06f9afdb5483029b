package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.CountryQueries;
import dev.cordon.application.detection.DismissAlert;
import dev.cordon.application.detection.MergeAlert;
import dev.cordon.application.detection.TakeAlert;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/alerts")
@Tag(name = "alerts")
class AlertApi {

    private final AlertQueries alerts;
    private final CountryQueries countries;
    private final TakeAlert take;
    private final DismissAlert dismiss;
    private final MergeAlert merge;

    AlertApi(
            AlertQueries alerts,
            CountryQueries countries,
            TakeAlert take,
            DismissAlert dismiss,
            MergeAlert merge) {
        this.alerts = alerts;
        this.countries = countries;
        this.take = take;
        this.dismiss = dismiss;
        this.merge = merge;
    }

    record DismissAlertJson(@NotNull AlertResolution resolution, @NotBlank String reason) {}

    record MergeAlertJson(@NotNull UUID into) {}

    @GetMapping
    @Operation(summary = "Lists alerts, newest first")
    PageJson<AlertJson> list(
            @RequestParam(defaultValue = "") Set<AlertStatus> status,
            @RequestParam(required = false) @Nullable AlertSeverity severity,
            @RequestParam(required = false) @Nullable AttackKind kind,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String takenBy,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter =
                Alerts.Filter.of(status)
                        .with(severity, kind)
                        .in(store == null ? null : new StoreId(store))
                        .naming(address == null ? null : address(address))
                        .heldBy(takenBy == null ? null : new Actor.Person(takenBy))
                        .saying(text == null ? "" : text);
        return PageJson.of(alerts.list(filter, PageJson.request(limit, after)), this::json);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows an alert with all its addresses")
    ResponseEntity<AlertJson> show(@PathVariable UUID id) {
        var alert = alerts.alert(new AlertId(id));
        return ResponseEntity.ok().eTag(ETags.of(alert.version())).body(json(alert));
    }

    private AlertJson json(Alert alert) {
        return AlertJson.of(alert, countries.of(alert.finding()));
    }

    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Finds out what it is, or takes over from a colleague")
    void take(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        take.take(new TakeAlert.Command(new AlertId(id), ETags.seen(seen)));
    }

    @PostMapping("/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes an alert that needs nothing more, with the reason")
    void dismiss(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody DismissAlertJson dismissal) {
        dismiss.dismiss(
                new DismissAlert.Command(
                        new AlertId(id),
                        ETags.seen(seen),
                        dismissal.resolution(),
                        dismissal.reason()));
    }

    @PostMapping("/{id}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Files an alert under another one that it belongs to")
    void merge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody MergeAlertJson wish) {
        merge.merge(
                new MergeAlert.Command(
                        new AlertId(id), ETags.seen(seen), new AlertId(wish.into())));
    }

    static Address address(String text) {
        return Address.of(text)
                .orElseThrow(
                        () ->
                                ApiProblem.notUnderstood(
                                        "address is neither an IPv4 nor an IPv6 address."));
    }
}

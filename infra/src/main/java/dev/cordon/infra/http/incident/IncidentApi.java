package dev.cordon.infra.http.incident;

import dev.cordon.application.incident.AddNote;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.incident.WithdrawIncident;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** What is known of incidents, and what is added to it. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "incidents")
class IncidentApi {

    private final IncidentQueries incidents;
    private final EscalateAlert escalate;
    private final WithdrawIncident withdraw;
    private final AddNote note;

    IncidentApi(
            IncidentQueries incidents,
            EscalateAlert escalate,
            WithdrawIncident withdraw,
            AddNote note) {
        this.incidents = incidents;
        this.escalate = escalate;
        this.withdraw = withdraw;
        this.note = note;
    }

    /**
     * @param along other open alerts of the store that become the same incident
     * @param indicators which addresses are written on the timeline; none if it is not given
     */
    record EscalateAlertJson(
            @NotBlank @Size(max = 200) String title,
            @Size(max = 100) @Nullable List<UUID> along,
            EscalateAlert.@Nullable Indicators indicators) {}

    /** The alerts that are open again. */
    record WithdrawnJson(List<UUID> alerts) {}

    record EscalatedJson(UUID incident) {}

    record NoteJson(@Nullable Instant occurredAt, @NotBlank @Size(max = 20_000) String text) {}

    @GetMapping("/incidents")
    @Operation(summary = "Lists incidents, newest first")
    PageJson<IncidentJson> list(
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable UUID store,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter =
                new Incidents.Filter(
                        open, severity, store == null ? null : new StoreId(store), text);
        return PageJson.of(
                incidents.list(filter, PageJson.request(limit, after)), IncidentJson::of);
    }

    @GetMapping("/incidents/{id}")
    @Operation(summary = "Shows an incident, by its id or its reference")
    ResponseEntity<IncidentJson> show(@PathVariable String id) {
        var incident = find(id);
        return ResponseEntity.ok()
                .eTag(ETags.of(incident.version()))
                .body(IncidentJson.of(incident));
    }

    @PostMapping("/alerts/{alert}/escalate")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes an alert an incident")
    ResponseEntity<EscalatedJson> escalate(
            @PathVariable UUID alert,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody EscalateAlertJson wish) {
        var id =
                escalate.escalate(
                        new EscalateAlert.Command(
                                new AlertId(alert),
                                ETags.seen(seen),
                                wish.title(),
                                wish.along() == null
                                        ? List.of()
                                        : wish.along().stream().map(AlertId::new).toList(),
                                wish.indicators() == null
                                        ? EscalateAlert.Indicators.NONE
                                        : wish.indicators()));
        return ResponseEntity.created(URI.create(ApiPaths.API + "/incidents/" + id))
                .body(new EscalatedJson(id.value()));
    }

    @PostMapping("/incidents/{id}/withdraw")
    @Operation(
            summary = "Takes an escalation back",
            description = "Only while nothing was done in the incident; its alerts are open again.")
    WithdrawnJson withdraw(@PathVariable UUID id) {
        return switch (withdraw.withdraw(new IncidentId(id))) {
            case WithdrawIncident.Outcome.Withdrawn(var back) ->
                    new WithdrawnJson(back.stream().map(AlertId::value).toList());
            case WithdrawIncident.Refused why ->
                    throw ApiProblem.refused(why, "Somebody has begun to work on it.");
        };
    }

    @GetMapping("/incidents/{id}/timeline")
    @Operation(summary = "Lists what happened, latest first")
    PageJson<TimelineEntryJson> timeline(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                incidents.timeline(new IncidentId(id), PageJson.request(limit, after)),
                TimelineEntryJson::of);
    }

    @PostMapping("/incidents/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Writes down what happened, in one's own words")
    void note(@PathVariable UUID id, @Valid @RequestBody NoteJson words) {
        note.add(new AddNote.Command(new IncidentId(id), words.occurredAt(), words.text()));
    }

    private Incident find(String id) {
        try {
            return id.startsWith("INC-")
                    ? incidents.byReference(new Reference(id))
                    : incidents.incident(IncidentId.of(id));
        } catch (IllegalArgumentException neitherIdNorReference) {
            throw new NotFound("incident " + id);
        }
    }
}

package dev.cordon.infra.http.incident;

import dev.cordon.application.incident.AcknowledgeIncident;
import dev.cordon.application.incident.AssessSeverity;
import dev.cordon.application.incident.MoveIncident;
import dev.cordon.application.incident.OverrideSeverity;
import dev.cordon.application.incident.TakeCommand;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.domain.incident.Stage;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is decided about an incident. */
@RestController
@RequestMapping(ApiPaths.API + "/incidents/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "incidents")
class IncidentDecisionApi {

    private final AcknowledgeIncident acknowledge;
    private final TakeCommand takeCommand;
    private final MoveIncident move;
    private final AssessSeverity assess;
    private final OverrideSeverity override;

    IncidentDecisionApi(
            AcknowledgeIncident acknowledge,
            TakeCommand takeCommand,
            MoveIncident move,
            AssessSeverity assess,
            OverrideSeverity override) {
        this.acknowledge = acknowledge;
        this.takeCommand = takeCommand;
        this.move = move;
        this.assess = assess;
        this.override = override;
    }

    record MoveIncidentJson(@NotNull Stage to, @NotBlank String message) {}

    record AssessSeverityJson(@Valid @NotNull InputsJson inputs, @NotBlank String reason) {}

    record OverrideSeverityJson(@NotNull Severity severity, @NotBlank String reason) {}

    /** What is known; {@code UNKNOWN} is a real answer. */
    record InputsJson(
            SeverityInputs.@NotNull Surface surface,
            SeverityInputs.@NotNull Impact impact,
            SeverityInputs.@NotNull DataClass data,
            SeverityInputs.@NotNull Spread spread,
            SeverityInputs.@NotNull Answer attackerActive,
            @Min(0) int peopleAffected) {

        SeverityInputs inputs() {
            return new SeverityInputs(
                    surface, impact, data, spread, attackerActive, peopleAffected);
        }
    }

    @PostMapping("/acknowledge")
    @Operation(summary = "Answers: from now on somebody works on it")
    void acknowledge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        acknowledge.acknowledge(
                new AcknowledgeIncident.Command(new IncidentId(id), ETags.seen(seen)));
    }

    @PostMapping("/command")
    @Operation(summary = "Takes command, also from somebody else")
    void takeCommand(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        takeCommand.take(new TakeCommand.Command(new IncidentId(id), ETags.seen(seen)));
    }

    @PostMapping("/stage")
    @Operation(summary = "Moves on to a following stage, with a message")
    void move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody MoveIncidentJson wish) {
        move.move(
                new MoveIncident.Command(
                        new IncidentId(id), ETags.seen(seen), wish.to(), wish.message()));
    }

    @PostMapping("/severity")
    @Operation(summary = "Computes the severity anew from what is known now")
    void assess(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody AssessSeverityJson wish) {
        assess.assess(
                new AssessSeverity.Command(
                        new IncidentId(id),
                        ETags.seen(seen),
                        wish.inputs().inputs(),
                        wish.reason()));
    }

    @PostMapping("/severity-override")
    @Operation(summary = "Decides a severity against the matrix, with a reason")
    void override(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody OverrideSeverityJson wish) {
        override.override(
                new OverrideSeverity.Command(
                        new IncidentId(id), ETags.seen(seen), wish.severity(), wish.reason()));
    }
}

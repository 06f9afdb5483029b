package dev.cordon.infra.http.breach;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.breach.DeclareAwareness;
import dev.cordon.application.breach.RequestDetermination;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.breach.BreachJson.AffectedPeopleJson;
import dev.cordon.infra.http.breach.BreachJson.DutyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/incidents/{id}")
@Tag(name = "breach")
class BreachApi {

    private final BreachQueries breaches;
    private final DeclareAwareness awareness;
    private final RequestDetermination request;

    BreachApi(BreachQueries breaches, DeclareAwareness awareness, RequestDetermination request) {
        this.breaches = breaches;
        this.awareness = awareness;
        this.request = request;
    }

    record AwarenessJson(@Nullable Instant aware, @NotBlank String reason) {}

    record DeterminationJson(UUID determination) {}

    @PostMapping("/awareness")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says since when personal data is known to be affected: clocks run")
    void declare(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody AwarenessJson wish) {
        awareness.declare(
                new DeclareAwareness.Command(
                        new IncidentId(id), ETags.seen(seen), wish.aware(), wish.reason()));
    }

    @GetMapping("/duties")
    @Operation(summary = "Lists the legal clocks that run; none before somebody was aware")
    List<DutyJson> duties(@PathVariable UUID id) {
        return breaches.clocks(new IncidentId(id)).stream().map(DutyJson::of).toList();
    }

    @PostMapping("/affected-people")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks the store who is affected; the answer may take minutes")
    ResponseEntity<DeterminationJson> ask(@PathVariable UUID id) {
        var determination = request.request(new RequestDetermination.Command(new IncidentId(id)));
        return ResponseEntity.accepted()
                .location(URI.create(ApiPaths.API + "/incidents/" + id + "/affected-people"))
                .body(new DeterminationJson(determination.value()));
    }

    @GetMapping("/affected-people")
    @Operation(summary = "Says how many people are affected and what that number rests on")
    AffectedPeopleJson affected(@PathVariable UUID id) {
        return breaches.affected(new IncidentId(id))
                .map(AffectedPeopleJson::of)
                .orElseThrow(() -> new NotFound("an answer to who is affected"));
    }
}

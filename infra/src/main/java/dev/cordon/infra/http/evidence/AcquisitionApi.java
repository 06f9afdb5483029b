package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.AcquireFromStore;
import dev.cordon.application.evidence.AcquisitionQueries;
import dev.cordon.application.evidence.CancelAcquisition;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What incidents' stores give out as evidence. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class AcquisitionApi {

    private final AcquireFromStore acquire;
    private final CancelAcquisition cancel;
    private final AcquisitionQueries queries;

    AcquisitionApi(AcquireFromStore acquire, CancelAcquisition cancel, AcquisitionQueries queries) {
        this.acquire = acquire;
        this.cancel = cancel;
        this.queries = queries;
    }

    /**
     * @param pace how fast the store is read; steady if it is not said
     * @param because why card numbers may stay in what cannot be blotted out; without it such a
     *     part is not taken
     */
    record AcquisitionWishJson(
            @NotEmpty Set<StoreSource> sources,
            @Nullable Pace pace,
            @NotBlank String purpose,
            @Nullable String because) {}

    /** An acquisition that was asked for. */
    record AcquisitionAskedJson(UUID id) {}

    @PostMapping("/incidents/{id}/acquisitions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Has the incident's store give out what it holds, the most volatile first; each"
                            + " part becomes an item")
    ResponseEntity<AcquisitionAskedJson> acquire(
            @PathVariable UUID id, @Valid @RequestBody AcquisitionWishJson wish) {
        var pace = wish.pace();
        var asked =
                acquire.acquire(
                        new AcquireFromStore.Command(
                                new IncidentId(id),
                                wish.sources(),
                                pace == null ? Pace.STEADY : pace,
                                wish.purpose(),
                                wish.because()));
        return ResponseEntity.accepted()
                .location(URI.create(ApiPaths.API + "/acquisitions/" + asked))
                .body(new AcquisitionAskedJson(asked.value()));
    }

    @GetMapping("/incidents/{id}/acquisitions")
    @Operation(summary = "Lists what was taken from the incident's store, the newest first")
    List<AcquisitionJson> ofIncident(@PathVariable UUID id) {
        return queries.of(new IncidentId(id)).stream().map(AcquisitionJson::of).toList();
    }

    @GetMapping("/acquisitions/{id}")
    @Operation(summary = "Shows how far an acquisition is")
    AcquisitionJson show(@PathVariable UUID id) {
        return AcquisitionJson.of(queries.one(new AcquisitionId(id)));
    }

    @DeleteMapping("/acquisitions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes no more from the store; what was taken stays")
    void cancel(@PathVariable UUID id) {
        cancel.cancel(new AcquisitionId(id));
    }
}

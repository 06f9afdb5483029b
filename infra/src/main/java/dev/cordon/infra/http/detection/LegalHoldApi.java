package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.KeepingQueries;
import dev.cordon.application.detection.PlaceLegalHold;
import dev.cordon.application.detection.ReleaseLegalHold;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What must not be deleted. */
@RestController
@RequestMapping(ApiPaths.API + "/legal-holds")
@Tag(name = "legal-holds")
class LegalHoldApi {

    private final KeepingQueries keeping;
    private final PlaceLegalHold place;
    private final ReleaseLegalHold release;

    LegalHoldApi(KeepingQueries keeping, PlaceLegalHold place, ReleaseLegalHold release) {
        this.keeping = keeping;
        this.place = place;
        this.release = release;
    }

    /**
     * @param source the log; absent for all logs of the store
     */
    record PlaceLegalHoldJson(
            @NotNull UUID store,
            @Nullable String source,
            @NotBlank @Size(max = 500) String reason) {}

    record ReleaseLegalHoldJson(@NotBlank @Size(max = 500) String reason) {}

    record PlacedLegalHoldJson(UUID id) {}

    /**
     * A legal hold.
     *
     * @param source the log; null for all logs of the store
     * @param etag to send as {@code If-Match} when it is released
     * @param releasedAt null while it holds, like all about the release
     */
    record LegalHoldJson(
            UUID id,
            UUID store,
            @Nullable String source,
            String reason,
            String by,
            Instant at,
            String etag,
            @Nullable String releaseReason,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt) {

        static LegalHoldJson of(LegalHold hold) {
            var released = hold.released();
            return new LegalHoldJson(
                    hold.id(),
                    hold.store().value(),
                    hold.source() == null ? null : hold.source().value(),
                    hold.reason(),
                    hold.by().reference(),
                    hold.at(),
                    ETags.of(hold.version()),
                    released == null ? null : released.reason(),
                    released == null ? null : released.by().reference(),
                    released == null ? null : released.at());
        }
    }

    @GetMapping
    @Operation(summary = "Lists the legal holds, active and released, the latest first")
    List<LegalHoldJson> list() {
        return keeping.holds().stream().map(LegalHoldJson::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Forbids that anything of a log, or of all logs of a store, is deleted")
    PlacedLegalHoldJson place(@Valid @RequestBody PlaceLegalHoldJson wish) {
        var source = wish.source() == null ? null : Sources.named(wish.source());
        return new PlacedLegalHoldJson(
                place.place(
                        new PlaceLegalHold.Command(
                                new StoreId(wish.store()), source, wish.reason())));
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets what is over be deleted again")
    void release(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody ReleaseLegalHoldJson wish) {
        release.release(new ReleaseLegalHold.Command(id, ETags.seen(seen), wish.reason()));
    }
}

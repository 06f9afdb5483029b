package dev.cordon.infra.http.store;

import dev.cordon.application.store.EndMirror;
import dev.cordon.application.store.MirrorQueries;
import dev.cordon.application.store.MirrorQueries.Mirror;
import dev.cordon.application.store.SetMirror;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.mirror.WebhooksState;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether a store's orders and customers are mirrored, and how far. Nobody's data leaves here. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/mirror")
@Tag(name = "stores")
class MirrorApi {

    private final MirrorQueries queries;
    private final SetMirror set;
    private final EndMirror end;

    MirrorApi(MirrorQueries queries, SetMirror set, EndMirror end) {
        this.queries = queries;
        this.set = set;
        this.end = end;
    }

    /**
     * The mirror of a store.
     *
     * @param on whether it is kept
     * @param owner the person or role that answers for it
     * @param purpose what it is kept for
     * @param days orders that were placed longer ago are not kept
     * @param orders how many are kept
     * @param customers how many accounts are kept
     * @param caughtUpAt when everything that the store had was last read; null before that
     * @param customersAt when all accounts were last read; null before that
     * @param stoppedBy why reading stopped; null while all is well
     * @param stoppedAt when; null while all is well
     * @param told whether the store tells changes at once
     * @param webhooks how the webhooks are by which it does
     */
    record MirrorJson(
            boolean on,
            String owner,
            String purpose,
            int days,
            long orders,
            long customers,
            @Nullable Instant caughtUpAt,
            @Nullable Instant customersAt,
            @Nullable String stoppedBy,
            @Nullable Instant stoppedAt,
            boolean told,
            WebhooksState webhooks) {

        static MirrorJson of(Mirror mirror) {
            var plan = mirror.plan();
            var state = mirror.state();
            return new MirrorJson(
                    plan.on(),
                    plan.owner(),
                    plan.purpose(),
                    plan.days(),
                    state == null ? 0 : state.orders(),
                    state == null ? 0 : state.customers(),
                    state == null ? null : state.caughtUpAt(),
                    state == null ? null : state.customersAt(),
                    state == null ? null : state.stoppedBy(),
                    state == null ? null : state.stoppedAt(),
                    plan.told(),
                    mirror.webhooks());
        }
    }

    /**
     * @param told whether the store tells changes at once, by webhooks that Cordon puts there;
     *     false if it is not said
     */
    record MirrorPlanJson(
            @NotBlank @Size(max = 120) String owner,
            @NotBlank @Size(max = 500) String purpose,
            int days,
            @Nullable Boolean told) {}

    @GetMapping
    @Operation(summary = "Shows whether a store's orders and customers are mirrored, and how far")
    ResponseEntity<MirrorJson> show(@PathVariable UUID id) {
        var mirror = queries.mirror(new StoreId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(mirror.plan().version()))
                .body(MirrorJson.of(mirror));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Mirrors a store's orders and customers, or changes for how long",
            description = "Reading begins within seconds; orders older than the days go.")
    void set(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody MirrorPlanJson wish) {
        set.set(
                new SetMirror.Command(
                        new StoreId(id),
                        ETags.seen(seen),
                        wish.owner(),
                        wish.purpose(),
                        wish.days(),
                        Boolean.TRUE.equals(wish.told())));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the mirror and deletes what is in it, at once and for good")
    void end(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestParam @NotBlank @Size(max = 500) String reason) {
        end.end(new EndMirror.Command(new StoreId(id), ETags.seen(seen), reason));
    }
}

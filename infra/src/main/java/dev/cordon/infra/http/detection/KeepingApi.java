package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.KeepingQueries;
import dev.cordon.application.detection.KeepingQueries.Keeping;
import dev.cordon.application.detection.SetRetention;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For how long a log's raw lines are kept, and the proof of what was deleted. */
@RestController
@RequestMapping(ApiPaths.API + "/sources/{id}")
@Tag(name = "sources")
class KeepingApi {

    private final KeepingQueries keeping;
    private final SetRetention set;

    KeepingApi(KeepingQueries keeping, SetRetention set) {
        this.keeping = keeping;
        this.set = set;
    }

    /**
     * What is kept of a log.
     *
     * @param owner the person or role that answers for it
     * @param reason what the lines are kept for
     * @param days lines that came in longer ago go
     * @param bytes when there are more, the oldest go
     * @param keptBytes how many are kept now
     * @param oldestTakenAt when the oldest of them came in; null if nothing is kept
     * @param holds the legal holds that forbid to delete them
     */
    record KeepingJson(
            String owner,
            String reason,
            int days,
            long bytes,
            long keptBytes,
            @Nullable Instant oldestTakenAt,
            List<UUID> holds) {

        static KeepingJson of(Keeping kept) {
            var retention = kept.retention();
            return new KeepingJson(
                    retention.owner(),
                    retention.reason(),
                    retention.days(),
                    retention.bytes(),
                    kept.bytes(),
                    kept.oldestTakenAt(),
                    kept.holds().stream().map(hold -> hold.id()).toList());
        }
    }

    record RetentionJson(
            @NotBlank @Size(max = 120) String owner,
            @NotBlank @Size(max = 500) String reason,
            int days,
            long bytes) {}

    /**
     * That raw lines were deleted.
     *
     * @param from in bytes since the log's beginning, inclusive
     * @param to exclusive
     * @param sha256 of these bytes as they lay there
     * @param alert for lines that were kept for an alert: that one; null for the log itself
     * @param owner who answered for it then
     * @param days for how many days lines were kept then
     * @param bytes how many bytes were kept then
     */
    record LogDeletionJson(
            UUID id,
            long from,
            long to,
            long lines,
            Instant firstTakenAt,
            Instant lastTakenAt,
            String sha256,
            LogDeletion.Why why,
            @Nullable UUID alert,
            String owner,
            int days,
            long bytes,
            String by,
            Instant at) {

        static LogDeletionJson of(LogDeletion deletion) {
            return new LogDeletionJson(
                    deletion.id(),
                    deletion.from(),
                    deletion.to(),
                    deletion.lines(),
                    deletion.firstTakenAt(),
                    deletion.lastTakenAt(),
                    deletion.digest().hex(),
                    deletion.why(),
                    deletion.alert() == null ? null : deletion.alert().value(),
                    deletion.retention().owner(),
                    deletion.retention().days(),
                    deletion.retention().bytes(),
                    deletion.by().reference(),
                    deletion.at());
        }
    }

    @GetMapping("/retention")
    @Operation(summary = "Shows for how long a log's raw lines are kept, and what is kept now")
    ResponseEntity<KeepingJson> retention(@PathVariable String id) {
        var kept = keeping.keeping(Sources.named(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(kept.retention().version()))
                .body(KeepingJson.of(kept));
    }

    @PutMapping("/retention")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Says for how long a log's raw lines are kept",
            description = "Until either bound is reached; what is over is deleted within minutes.")
    void set(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RetentionJson wish) {
        set.set(
                new SetRetention.Command(
                        Sources.named(id),
                        ETags.seen(seen),
                        wish.owner(),
                        wish.reason(),
                        wish.days(),
                        wish.bytes()));
    }

    @GetMapping("/deletions")
    @Operation(
            summary = "Lists the proof of what was deleted of a log, the latest first",
            description = "Each was written before the lines went, with the digest of these bytes.")
    PageJson<LogDeletionJson> deletions(
            @PathVariable String id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                keeping.deletions(Sources.named(id), PageJson.request(limit, after)),
                LogDeletionJson::of);
    }
}

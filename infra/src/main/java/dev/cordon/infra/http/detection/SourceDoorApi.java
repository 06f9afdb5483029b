package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LimitSource;
import dev.cordon.application.detection.RevokeSourceToken;
import dev.cordon.application.detection.SourceDoorQueries;
import dev.cordon.application.detection.SourceDoorQueries.TokenUse;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may send to a log, and how much. */
@RestController
@RequestMapping(ApiPaths.API + "/sources/{id}")
@Tag(name = "sources")
class SourceDoorApi {

    private final SourceDoorQueries doors;
    private final IssueSourceToken issue;
    private final RevokeSourceToken revoke;
    private final LimitSource limit;

    SourceDoorApi(
            SourceDoorQueries doors,
            IssueSourceToken issue,
            RevokeSourceToken revoke,
            LimitSource limit) {
        this.doors = doors;
        this.issue = issue;
        this.revoke = revoke;
        this.limit = limit;
    }

    /**
     * A token without its secret.
     *
     * @param lastUsedAt when it was last shown, to the minute; null if never
     */
    record SourceTokenJson(
            UUID id,
            String name,
            Instant createdAt,
            Instant expiresAt,
            boolean revoked,
            @Nullable Instant lastUsedAt) {

        static SourceTokenJson of(TokenUse use) {
            var token = use.token();
            return new SourceTokenJson(
                    token.id(),
                    token.name(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revoked(),
                    use.lastUsedAt());
        }
    }

    /**
     * @param name which sender gets it
     */
    record IssueSourceTokenJson(
            @NotBlank @Size(max = 120) String name, @Min(1) @Max(366) int days) {}

    /**
     * @param secret to send as {@code Authorization: Bearer}; never shown again
     */
    record IssuedSourceTokenJson(UUID id, String secret) {
        @Override
        public String toString() {
            return "IssuedSourceTokenJson[id=" + id + "]";
        }
    }

    /**
     * @param bytesPerSecond unpacked
     * @param burst how many bytes may come at once
     */
    record SourceLimitJson(long bytesPerSecond, long burst) {
        static SourceLimitJson of(SourceLimit limit) {
            return new SourceLimitJson(limit.bytesPerSecond(), limit.burst());
        }
    }

    @GetMapping("/tokens")
    @Operation(summary = "Lists the tokens of a log, newest first, also those that ended")
    List<SourceTokenJson> tokens(@PathVariable String id) {
        return doors.tokens(Sources.named(id)).stream().map(SourceTokenJson::of).toList();
    }

    @PostMapping("/tokens")
    @Operation(
            summary = "Makes a token with which a sender may send to this log and do nothing else",
            description = "The secret is in this answer and nowhere else.")
    @ApiResponse(responseCode = "201", description = "It may be used at once")
    ResponseEntity<IssuedSourceTokenJson> issue(
            @PathVariable String id, @Valid @RequestBody IssueSourceTokenJson asked) {
        var issued =
                issue.issue(
                        new IssueSourceToken.Command(
                                Sources.named(id), asked.name(), Duration.ofDays(asked.days())));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new IssuedSourceTokenJson(issued.id(), issued.secret()));
    }

    @DeleteMapping("/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a token at once and for good")
    void revoke(@PathVariable String id, @PathVariable UUID token) {
        revoke.revoke(new RevokeSourceToken.Command(Sources.named(id), token));
    }

    @GetMapping("/limit")
    @Operation(summary = "Shows how much a log may send")
    ResponseEntity<SourceLimitJson> limit(@PathVariable String id) {
        var found = doors.limit(Sources.named(id));
        return ResponseEntity.ok().eTag(ETags.of(found.version())).body(SourceLimitJson.of(found));
    }

    @PutMapping("/limit")
    @Operation(
            summary = "Sets how much a log may send",
            description =
                    "A batch is begun while there is room and then taken whole. A sender that sends"
                            + " more hears 429 and when to try again.")
    ResponseEntity<SourceLimitJson> setLimit(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody SourceLimitJson asked) {
        limit.limit(
                new LimitSource.Command(
                        Sources.named(id),
                        ETags.seen(seen),
                        asked.bytesPerSecond(),
                        asked.burst()));
        return limit(id);
    }
}

package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AddSuppression;
import dev.cordon.application.detection.EndSuppression;
import dev.cordon.application.detection.SuppressAlert;
import dev.cordon.application.detection.SuppressionQueries;
import dev.cordon.application.detection.SuppressionSummary;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.detection.rule.Cidr;
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
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
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

/** What people decided not to be told of, for a while. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "alerts")
class SuppressionApi {

    private final SuppressionQueries queries;
    private final AddSuppression add;
    private final SuppressAlert suppress;
    private final EndSuppression end;

    SuppressionApi(
            SuppressionQueries queries,
            AddSuppression add,
            SuppressAlert suppress,
            EndSuppression end) {
        this.queries = queries;
        this.add = add;
        this.suppress = suppress;
        this.end = end;
    }

    /**
     * What it is about: all that is given must hold.
     *
     * @param network an address or a network like {@code 192.0.2.0/24}
     * @param source the log, or the program that reports
     */
    record MatchJson(
            @Nullable AttackKind kind,
            @Size(max = 300) @Nullable String rule,
            @Size(max = 60) @Nullable String network,
            @Size(max = 300) @Nullable String source) {

        SuppressionMatch toDomain() {
            return new SuppressionMatch(
                    kind, rule, network == null ? null : network(network), source);
        }

        private static Cidr network(String text) {
            try {
                return Cidr.of(text);
            } catch (IllegalArgumentException e) {
                throw ApiProblem.notUnderstood("network is neither an address nor a network.");
            }
        }

        static MatchJson of(SuppressionMatch match) {
            var network = match.network();
            return new MatchJson(
                    match.kind(),
                    match.rule(),
                    network == null ? null : network.text(),
                    match.source());
        }
    }

    /**
     * @param upTo the most severe alert that it covers
     */
    record AddSuppressionJson(
            @NotNull UUID store,
            @NotNull @Valid MatchJson match,
            @NotNull AlertSeverity upTo,
            @NotNull Instant until,
            @NotBlank @Size(max = 2_000) String reason) {}

    record SuppressAlertJson(
            @NotNull @Valid MatchJson match,
            @NotNull Instant until,
            @NotBlank @Size(max = 2_000) String reason) {}

    /** Where to find what was made. */
    record MadeJson(UUID id) {}

    /**
     * A suppression as sent.
     *
     * @param hits how many alerts it covered
     * @param etag to send back as {@code If-Match}
     */
    record SuppressionJson(
            UUID id,
            UUID store,
            MatchJson match,
            AlertSeverity upTo,
            String reason,
            String by,
            Instant since,
            Instant until,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            int hits,
            @Nullable Instant lastHitAt,
            String etag) {

        static SuppressionJson of(SuppressionSummary summary) {
            var suppression = summary.suppression();
            var end = suppression.end();
            return new SuppressionJson(
                    suppression.id().value(),
                    suppression.store().value(),
                    MatchJson.of(suppression.match()),
                    suppression.upTo(),
                    suppression.reason(),
                    suppression.by().name(),
                    suppression.since(),
                    suppression.until(),
                    end == null ? null : end.by().name(),
                    end == null ? null : end.at(),
                    summary.hits(),
                    summary.lastHitAt(),
                    ETags.of(suppression.version()));
        }
    }

    @GetMapping("/suppressions")
    @Operation(summary = "Lists suppressions, newest first, those that are over too")
    PageJson<SuppressionJson> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(queries.list(PageJson.request(limit, after)), SuppressionJson::of);
    }

    @PostMapping("/suppressions")
    @Operation(
            summary = "Keeps alerts of a store from people for a while",
            description =
                    "They are stored and counted, and nobody is asked to look. An attack that got"
                            + " through, or that is worse than upTo, is never covered.")
    ResponseEntity<MadeJson> add(@Valid @RequestBody AddSuppressionJson wish) {
        return made(
                add.add(
                        new AddSuppression.Command(
                                new StoreId(wish.store),
                                wish.match.toDomain(),
                                wish.upTo,
                                wish.until,
                                wish.reason)));
    }

    @PostMapping("/alerts/{id}/suppress")
    @Operation(summary = "Files an alert away, and its like for a while")
    ResponseEntity<MadeJson> suppress(
            @PathVariable UUID id, @Valid @RequestBody SuppressAlertJson wish) {
        var outcome =
                suppress.suppress(
                        new SuppressAlert.Command(
                                new AlertId(id), wish.match.toDomain(), wish.until, wish.reason));
        return switch (outcome) {
            case SuppressAlert.Outcome.Suppressed(var suppression) -> made(suppression);
            case SuppressAlert.Refused why -> throw ApiProblem.refused(why, sentence(why));
        };
    }

    @PostMapping("/suppressions/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a suppression early: its like is told of again")
    void end(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        end.end(new EndSuppression.Command(new SuppressionId(id), ETags.seen(seen)));
    }

    private static String sentence(SuppressAlert.Refused why) {
        return switch (why) {
            case ATTACK_SUCCEEDED -> "An attack that got through is not suppressed.";
            case ALERT_NOT_COVERED -> "The alert shows more than what is to be suppressed.";
        };
    }

    private static ResponseEntity<MadeJson> made(SuppressionId id) {
        return ResponseEntity.created(URI.create(ApiPaths.API + "/suppressions/" + id))
                .body(new MadeJson(id.value()));
    }
}

package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.DiscardRules;
import dev.cordon.application.detection.DraftRules;
import dev.cordon.application.detection.EditRules;
import dev.cordon.application.detection.RuleQueries;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.detection.RuleVersionJson.TuningJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a store's rules, as they are written. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "rules")
class RuleVersionApi {

    private final RuleQueries rules;
    private final DraftRules draft;
    private final EditRules edit;
    private final DiscardRules discard;

    RuleVersionApi(RuleQueries rules, DraftRules draft, EditRules edit, DiscardRules discard) {
        this.rules = rules;
        this.draft = draft;
        this.edit = edit;
        this.discard = discard;
    }

    /**
     * @param like the version of the store to begin with; absent: the one in force
     */
    record DraftRulesJson(@Nullable UUID like) {}

    record DraftedRulesJson(UUID version) {}

    record EditRulesJson(@NotNull @Valid TuningJson tuning, @NotNull String reason) {}

    record DiscardRulesJson(@NotBlank String reason) {}

    @GetMapping("/stores/{id}/rule-versions")
    @Operation(summary = "Lists the versions of a store's rules, newest first")
    List<RuleVersionJson> list(@PathVariable UUID id) {
        return rules.versions(new StoreId(id)).stream().map(RuleVersionJson::of).toList();
    }

    @PostMapping("/stores/{id}/rule-versions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begins another version of a store's rules",
            description = "Nothing of it is in force before somebody else has approved it.")
    DraftedRulesJson draft(@PathVariable UUID id, @Valid @RequestBody DraftRulesJson wish) {
        var like = wish.like() == null ? null : new RuleVersionId(wish.like());
        return switch (draft.draft(new DraftRules.Command(new StoreId(id), like))) {
            case DraftRules.Outcome.Drafted(var version) -> new DraftedRulesJson(version.value());
            case DraftRules.Outcome.AlreadyOpen(var version) ->
                    throw ApiProblem.notAccepted(
                            "The store has a draft or submitted version already: "
                                    + version
                                    + ". Nothing was begun. Go on with that one or discard it.");
        };
    }

    @GetMapping("/rule-versions/{id}")
    @Operation(summary = "Shows a version of a store's rules")
    ResponseEntity<RuleVersionJson> show(@PathVariable UUID id) {
        var version = rules.version(new RuleVersionId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(version.version()))
                .body(RuleVersionJson.of(version));
    }

    @PutMapping("/rule-versions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Writes something else into a draft")
    void edit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody EditRulesJson wish) {
        edit.edit(
                new EditRules.Command(
                        new RuleVersionId(id),
                        ETags.seen(seen),
                        wish.tuning().toDomain(),
                        wish.reason()));
    }

    @PostMapping("/rule-versions/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives up a version that nobody approved, with the reason")
    void discard(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody DiscardRulesJson wish) {
        discard.discard(
                new DiscardRules.Command(new RuleVersionId(id), ETags.seen(seen), wish.reason()));
    }
}

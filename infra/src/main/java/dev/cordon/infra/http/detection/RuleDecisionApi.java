package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.ApproveRules;
import dev.cordon.application.detection.SendBackRules;
import dev.cordon.application.detection.SubmitRules;
import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersion.Refused;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.KeyRequired;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
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

/** What is decided about a version of the rules, by one who wrote it and by another. */
@RestController
@RequestMapping(ApiPaths.API + "/rule-versions/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "rules")
class RuleDecisionApi {

    private final SubmitRules submit;
    private final ApproveRules approve;
    private final SendBackRules sendBack;

    RuleDecisionApi(SubmitRules submit, ApproveRules approve, SendBackRules sendBack) {
        this.submit = submit;
        this.approve = approve;
        this.sendBack = sendBack;
    }

    /**
     * An approval.
     *
     * @param content the hash shown beside what the approver read
     */
    record ApproveRulesJson(@NotBlank String content) {}

    record SendBackRulesJson(@NotBlank String reason) {}

    @PostMapping("/submit")
    @Operation(summary = "Asks somebody else to approve exactly what is written now")
    void submit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        switch (submit.submit(new SubmitRules.Command(new RuleVersionId(id), ETags.seen(seen)))) {
            case SubmitRules.Outcome.Submitted _ -> {}
            case SubmitRules.Outcome.Faulty(var faults) ->
                    throw ApiProblem.notAccepted(
                            "The rules have faults. Nothing was submitted. Correct them first.",
                            Map.of("faults", faults));
        }
    }

    @PostMapping("/approve")
    @KeyRequired
    @Operation(summary = "Brings exactly this content into force; detection takes it over at once")
    void approve(@PathVariable UUID id, @Valid @RequestBody ApproveRulesJson approval) {
        var command =
                new ApproveRules.Command(new RuleVersionId(id), new Sha256(approval.content()));
        switch (approve.approve(command)) {
            case ApprovalOutcome.Approved _ -> {}
            case ApprovalOutcome.Denied(var why, _) -> throw ApiProblem.refused(why, sentence(why));
        }
    }

    @PostMapping("/send-back")
    @Operation(summary = "Gives it back to its authors, with a reason")
    void sendBack(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody SendBackRulesJson wish) {
        sendBack.sendBack(
                new SendBackRules.Command(new RuleVersionId(id), ETags.seen(seen), wish.reason()));
    }

    private static String sentence(Refused why) {
        return switch (why) {
            case AUTHOR_CANNOT_APPROVE ->
                    "You wrote a part of these rules. Nothing is in force that was not before."
                            + " Somebody else who may approve has to read them.";
            case NOT_SUBMITTED ->
                    "These rules are a draft. Nothing is in force that was not before. Their"
                            + " authors have to submit them first.";
            case ALREADY_DECIDED ->
                    "These rules were decided about before. Nothing was changed. Read them again.";
            case CONTENT_CHANGED ->
                    "This is not the content that was submitted. Nothing is in force that was not"
                            + " before. Read the rules again and approve what you then see.";
        };
    }
}

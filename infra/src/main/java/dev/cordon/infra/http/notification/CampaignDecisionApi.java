package dev.cordon.infra.http.notification;

import dev.cordon.application.notification.ApproveCampaign;
import dev.cordon.application.notification.DecideDelivery;
import dev.cordon.application.notification.SendBackCampaign;
import dev.cordon.application.notification.SubmitCampaign;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.Campaign.Refused;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.KeyRequired;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

/** What is decided about a notice, by one who wrote it and by another who did not. */
@RestController
@RequestMapping(ApiPaths.API + "/campaigns/{id}")
@ResponseStatus(HttpStatus.NO_CONTENT)
@Tag(name = "campaigns")
class CampaignDecisionApi {

    private final SubmitCampaign submit;
    private final ApproveCampaign approve;
    private final SendBackCampaign sendBack;
    private final DecideDelivery decide;

    CampaignDecisionApi(
            SubmitCampaign submit,
            ApproveCampaign approve,
            SendBackCampaign sendBack,
            DecideDelivery decide) {
        this.submit = submit;
        this.approve = approve;
        this.sendBack = sendBack;
        this.decide = decide;
    }

    /**
     * An approval.
     *
     * @param content the hash shown beside what the approver read
     */
    record ApproveCampaignJson(@NotBlank String content) {}

    record SendBackCampaignJson(@NotBlank String reason) {}

    /**
     * What to do about a message of which nobody knows whether it arrived.
     *
     * @param attempt the attempt that was seen as unknown
     */
    record DecideDeliveryJson(
            @Min(1) int attempt, Delivery.@NotNull Decision decision, @NotBlank String reason) {}

    @PostMapping("/submit")
    @KeyRequired
    @Operation(summary = "Asks somebody else to approve exactly what is written now")
    void submit(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        switch (submit.submit(new SubmitCampaign.Command(new CampaignId(id), ETags.seen(seen)))) {
            case SubmitCampaign.Outcome.Submitted _ -> {}
            case SubmitCampaign.Outcome.Faulty(var faults) ->
                    throw ApiProblem.notAccepted(
                            "The texts have faults. Nothing was submitted. Correct them first.",
                            Map.of("faults", faults));
        }
    }

    @PostMapping("/approve")
    @KeyRequired
    @Operation(summary = "Approves exactly this content; the dispatch follows by itself")
    void approve(@PathVariable UUID id, @Valid @RequestBody ApproveCampaignJson approval) {
        var outcome =
                approve.approve(
                        new ApproveCampaign.Command(
                                new CampaignId(id), new Sha256(approval.content())));
        switch (outcome) {
            case ApprovalOutcome.Approved _ -> {}
            case ApprovalOutcome.Denied(var why, _) -> throw ApiProblem.refused(why, sentence(why));
        }
    }

    @PostMapping("/send-back")
    @Operation(summary = "Gives it back to its authors, with a reason")
    void sendBack(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody SendBackCampaignJson wish) {
        sendBack.sendBack(
                new SendBackCampaign.Command(new CampaignId(id), ETags.seen(seen), wish.reason()));
    }

    @PostMapping("/deliveries/{ordinal}/decision")
    @KeyRequired
    @Operation(summary = "Decides about a message of which nobody knows whether it arrived")
    void decide(
            @PathVariable UUID id,
            @PathVariable int ordinal,
            @Valid @RequestBody DecideDeliveryJson wish) {
        decide.decide(
                new DecideDelivery.Command(
                        new CampaignId(id),
                        ordinal,
                        wish.attempt(),
                        wish.decision(),
                        wish.reason()));
    }

    private static String sentence(Refused why) {
        return switch (why) {
            case AUTHOR_CANNOT_APPROVE ->
                    "You wrote a part of this notice. Nothing was sent. Somebody else who may"
                            + " approve has to read it.";
            case NOT_SUBMITTED ->
                    "This notice is a draft. Nothing was sent. Its authors have to submit it"
                            + " first.";
            case ALREADY_DECIDED ->
                    "This notice was approved before. It is not sent twice. Read it again.";
            case CONTENT_CHANGED ->
                    "This is not the content that was submitted. Nothing was sent. Read the notice"
                            + " again and approve what you then see.";
        };
    }
}

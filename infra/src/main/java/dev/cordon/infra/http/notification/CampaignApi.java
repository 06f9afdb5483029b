package dev.cordon.infra.http.notification;

import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.application.notification.DraftCampaign;
import dev.cordon.application.notification.EditNotice;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.KeyRequired;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notices: reading and writing them. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "campaigns")
class CampaignApi {

    private final CampaignQueries campaigns;
    private final DraftCampaign draft;
    private final EditNotice edit;

    CampaignApi(CampaignQueries campaigns, DraftCampaign draft, EditNotice edit) {
        this.campaigns = campaigns;
        this.draft = draft;
        this.edit = edit;
    }

    record DraftCampaignJson(@NotNull UUID determination) {}

    record DraftedJson(UUID campaign) {}

    record NoticeTextJson(@NotNull String subject, @NotNull String body) {}

    @GetMapping("/incidents/{id}/campaigns")
    @Operation(summary = "Lists the notices of an incident, newest first")
    List<CampaignJson> ofIncident(@PathVariable UUID id) {
        return campaigns.of(new IncidentId(id)).stream().map(CampaignJson::of).toList();
    }

    @GetMapping("/campaigns/waiting")
    @Operation(summary = "Lists the notices that wait for an approval, longest first")
    List<CampaignJson> waiting() {
        return campaigns.waitingForApproval().stream().map(CampaignJson::of).toList();
    }

    @PostMapping("/campaigns")
    @KeyRequired
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a notice; its recipients are frozen from here on")
    ResponseEntity<DraftedJson> draft(@Valid @RequestBody DraftCampaignJson wish) {
        var id = draft.draft(new DraftCampaign.Command(new DeterminationId(wish.determination())));
        return ResponseEntity.created(URI.create(ApiPaths.API + "/campaigns/" + id))
                .body(new DraftedJson(id.value()));
    }

    @GetMapping("/campaigns/{id}")
    @Operation(summary = "Shows a notice, its hash and how many messages stand where")
    ResponseEntity<CampaignJson> show(@PathVariable UUID id) {
        var campaign = campaigns.campaign(new CampaignId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(campaign.version()))
                .body(CampaignJson.of(campaign, campaigns.tally(campaign.id())));
    }

    @PutMapping("/campaigns/{id}/texts/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Writes the text in one language; a submitted notice becomes a draft")
    void edit(
            @PathVariable UUID id,
            @PathVariable @Pattern(regexp = "[a-z]{2}") String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody NoticeTextJson text) {
        edit.edit(
                new EditNotice.Command(
                        new CampaignId(id),
                        ETags.seen(seen),
                        language,
                        new NoticeText(text.subject(), text.body())));
    }

    @GetMapping("/campaigns/{id}/deliveries")
    @Operation(summary = "Lists what became of each message, in the order of the list")
    PageJson<DeliveryJson> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) Delivery.@Nullable Status status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                campaigns.deliveries(new CampaignId(id), status, PageJson.request(limit, after)),
                DeliveryJson::of);
    }
}

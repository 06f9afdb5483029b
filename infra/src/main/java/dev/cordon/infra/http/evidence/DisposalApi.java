package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.ApproveDisposal;
import dev.cordon.application.evidence.PlanDisposal;
import dev.cordon.application.evidence.RefuseDisposal;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.evidence.CustodyApi.PurposeJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** The end of an item: one proposes it, another one approves. */
@RestController
@RequestMapping(ApiPaths.API + "/evidence/{id}/disposal")
@Tag(name = "evidence")
class DisposalApi {

    private final PlanDisposal plan;
    private final ApproveDisposal approve;
    private final RefuseDisposal refuse;

    DisposalApi(PlanDisposal plan, ApproveDisposal approve, RefuseDisposal refuse) {
        this.plan = plan;
        this.approve = approve;
        this.refuse = refuse;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Proposes to dispose of an item")
    void plan(@PathVariable UUID id, @Valid @RequestBody PurposeJson wish) {
        plan.plan(new PlanDisposal.Command(new EvidenceId(id), wish.purpose()));
    }

    @PostMapping("/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Agrees to dispose of an item; its content is destroyed next",
            description = "Another person than the one who proposed it. There is no way back.")
    void approve(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        approve.approve(new ApproveDisposal.Command(new EvidenceId(id), ETags.seen(seen)));
    }

    @PostMapping("/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuses the proposal, or takes it back")
    void refuse(@PathVariable UUID id, @Valid @RequestBody PurposeJson wish) {
        refuse.refuse(new RefuseDisposal.Command(new EvidenceId(id), wish.purpose()));
    }
}

package dev.cordon.infra.http.audit;

import dev.cordon.application.audit.AuditQueries;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "audit")
class AuditApi {

    private final AuditQueries audit;

    AuditApi(AuditQueries audit) {
        this.audit = audit;
    }

    @GetMapping("/audit/revisions")
    @Operation(summary = "Lists who changed what, when and why, latest first")
    PageJson<RevisionJson> revisions(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String useCase,
            @RequestParam(required = false) @Nullable String record,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var filter = new RevisionLog.Filter(actor, useCase, record, from, to);
        return PageJson.of(audit.list(filter, PageJson.request(limit, after)), RevisionJson::of);
    }

    @GetMapping("/incidents/{id}/history")
    @Operation(summary = "Lists the changes of one incident's own record, latest first")
    PageJson<RevisionJson> ofIncident(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                audit.ofIncident(new IncidentId(id), PageJson.request(limit, after)),
                RevisionJson::of);
    }
}

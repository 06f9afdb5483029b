package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.ViewEvidence;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The content of evidence, always a file to keep and never a page to show: it may be what the
 * attacker wrote.
 */
@RestController
@RequestMapping(ApiPaths.API + "/evidence/{id}/content")
@Tag(name = "evidence")
class EvidenceContentApi {

    private final ViewEvidence view;

    EvidenceContentApi(ViewEvidence view) {
        this.view = view;
    }

    @GetMapping(produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Downloads the content; that goes into the chain of custody")
    ResponseEntity<Resource> download(
            @PathVariable UUID id,
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String recipient)
            throws IOException {
        var opened = view.view(ViewEvidence.Command.copy(new EvidenceId(id), purpose, recipient));
        var item = opened.item();
        var file = item.label() + "-" + item.originalName();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder().encodeToString(item.content().bytes())
                                + ":")
                .contentLength(item.size())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(
                        new InputStreamResource(opened.content()) {
                            @Override
                            public long contentLength() {
                                return item.size();
                            }
                        });
    }
}

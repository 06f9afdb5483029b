package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.LookAtEvidence;
import dev.cordon.application.evidence.OpenDangerousEvidence;
import dev.cordon.application.evidence.ReadManifest;
import dev.cordon.application.evidence.ViewEvidence;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.evidence.EvidenceJson.BeginningJson;
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
@RequestMapping(ApiPaths.API + "/evidence/{id}")
@Tag(name = "evidence")
class EvidenceContentApi {

    private final LookAtEvidence look;
    private final ViewEvidence view;
    private final OpenDangerousEvidence dangerous;
    private final ReadManifest manifest;

    EvidenceContentApi(
            LookAtEvidence look,
            ViewEvidence view,
            OpenDangerousEvidence dangerous,
            ReadManifest manifest) {
        this.look = look;
        this.view = view;
        this.dangerous = dangerous;
        this.manifest = manifest;
    }

    @GetMapping("/beginning")
    @Operation(
            summary = "Looks at the first 64 KiB; that goes into the chain of custody",
            description =
                    "As characters to read, or as hexadecimal digits if it is no text; of an item"
                            + " that must not be opened by accident too.")
    BeginningJson look(@PathVariable UUID id, @RequestParam String purpose) throws IOException {
        var seen = look.look(new LookAtEvidence.Command(new EvidenceId(id), purpose));
        return BeginningJson.of(seen);
    }

    @GetMapping(path = "/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Downloads the content; that goes into the chain of custody",
            description =
                    "What must not be opened by accident comes as a ZIP under the password"
                            + " \"infected\" (AES-256), unless plain is asked for, which takes a"
                            + " permission of its own.")
    ResponseEntity<Resource> download(
            @PathVariable UUID id,
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(defaultValue = "false") boolean plain)
            throws IOException {
        var command = new ViewEvidence.Command(new EvidenceId(id), purpose, recipient);
        var opened = plain ? dangerous.open(command) : view.view(command);
        var answer = ResponseEntity.ok().headers(kept(opened.fileName()));
        if (opened.wrapped()) {
            return answer.body(new InputStreamResource(opened.content()));
        }
        var size = opened.item().size();
        return answer.header("Repr-Digest", digest(opened.item().content()))
                .contentLength(size)
                .body(
                        new InputStreamResource(opened.content()) {
                            @Override
                            public long contentLength() {
                                return size;
                            }
                        });
    }

    @GetMapping(path = "/manifest", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "Downloads the list of the files within a tree, with their digests")
    ResponseEntity<byte[]> manifest(@PathVariable UUID id) throws IOException {
        var listed = manifest.read(new EvidenceId(id));
        return ResponseEntity.ok()
                .headers(kept(listed.item().label() + "-manifest.txt"))
                .header("Repr-Digest", digest(Sha256.of(listed.bytes())))
                .body(listed.bytes());
    }

    private static HttpHeaders kept(String file) {
        var headers = new HttpHeaders();
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build());
        headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
        return headers;
    }

    private static String digest(Sha256 content) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(content.bytes()) + ":";
    }
}

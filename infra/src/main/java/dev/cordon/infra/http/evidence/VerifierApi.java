package dev.cordon.infra.http.evidence;

import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.pack.VerifierPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class VerifierApi {

    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @GetMapping(path = "/evidence/verifier", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            summary = "The verifier of packages for browsers, as one file",
            description =
                    "To be saved and opened from a disk; it needs no network. Whoever gets a"
                            + " package should get it from here or from its maker, not out of the"
                            + " package.")
    ResponseEntity<byte[]> verifier() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(VerifierPage.FILE)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(VerifierPage.bytes());
    }
}

package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.DownloadPackage;
import dev.cordon.application.evidence.ExportPackage;
import dev.cordon.application.evidence.PackageQueries;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evidence that leaves the house with its chains and proofs. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "packages")
class PackageApi {

    private final ExportPackage export;
    private final PackageQueries packages;
    private final DownloadPackage download;

    PackageApi(ExportPackage export, PackageQueries packages, DownloadPackage download) {
        this.export = export;
        this.packages = packages;
        this.download = download;
    }

    /**
     * @param items their ids; none for all that the incident still holds
     */
    record PackageWishJson(
            @Nullable List<UUID> items, @NotBlank String purpose, @NotBlank String recipient) {}

    /** A package that was asked for. */
    record PackageAskedJson(UUID id, PackageJson.Status status) {}

    @PostMapping("/incidents/{id}/packages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for an evidence package; it is made by itself within moments")
    ResponseEntity<PackageAskedJson> ask(
            @PathVariable UUID id, @Valid @RequestBody PackageWishJson wish) {
        var items = wish.items() == null ? List.<UUID>of() : wish.items();
        var asked =
                export.export(
                        new ExportPackage.Command(
                                new IncidentId(id),
                                items.stream().map(EvidenceId::new).toList(),
                                wish.purpose(),
                                wish.recipient()));
        return ResponseEntity.accepted()
                .location(URI.create(ApiPaths.API + "/packages/" + asked))
                .body(new PackageAskedJson(asked.value(), PackageJson.Status.ASKED));
    }

    @GetMapping("/incidents/{id}/packages")
    @Operation(summary = "Lists the packages of an incident, the newest first")
    List<PackageJson> ofIncident(@PathVariable UUID id) {
        return packages.of(new IncidentId(id)).stream()
                .map(shown -> PackageJson.of(shown.made()))
                .toList();
    }

    @GetMapping("/packages/{id}")
    @Operation(summary = "Shows how far a package is")
    PackageJson show(@PathVariable UUID id) {
        return PackageJson.of(packages.one(new PackageId(id)));
    }

    /** Whether it can be downloaded; nothing leaves, and no chain says so. */
    @RequestMapping(
            path = "/packages/{id}/content",
            method = RequestMethod.HEAD,
            produces = "application/zip")
    @Hidden
    void head(@PathVariable UUID id, HttpServletResponse response) {
        packages.one(new PackageId(id));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Ends early, and so that no client takes it for whole, if a content is damaged. */
    @GetMapping(path = "/packages/{id}/content", produces = "application/zip")
    @Operation(
            summary =
                    "Downloads a package that is ready, always the same bytes; each chain says so",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = "string", format = "binary"))))
    void content(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var opened = download.open(new PackageId(id));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(opened.fileName()).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType("application/zip");
        response.setContentLengthLong(opened.length());
        opened.content().writeTo(response.getOutputStream());
    }
}

package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.application.evidence.CollectUnmasked;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.evidence.PreserveLogLines;
import dev.cordon.application.evidence.PreserveOriginals;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.evidence.EvidenceJson.ItemJson;
import dev.cordon.infra.http.evidence.EvidenceJson.LinkJson;
import dev.cordon.infra.http.evidence.EvidenceJson.VerificationJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class EvidenceApi {

    private final EvidenceQueries evidence;
    private final CollectEvidence collect;
    private final CollectUnmasked unmasked;
    private final PreserveLogLines preserve;
    private final PreserveOriginals originals;
    private final VerifyEvidence verify;

    EvidenceApi(
            EvidenceQueries evidence,
            CollectEvidence collect,
            CollectUnmasked unmasked,
            PreserveLogLines preserve,
            PreserveOriginals originals,
            VerifyEvidence verify) {
        this.evidence = evidence;
        this.collect = collect;
        this.unmasked = unmasked;
        this.preserve = preserve;
        this.originals = originals;
        this.verify = verify;
    }

    record CollectedJson(UUID evidence) {}

    /**
     * @param because why card numbers may stay in what cannot be blotted out
     */
    record PreserveJson(@NotNull UUID alert, @NotBlank String purpose, @Nullable String because) {}

    @GetMapping("/incidents/{id}/evidence")
    @Operation(summary = "Lists what is held for an incident")
    List<ItemJson> ofIncident(@PathVariable UUID id) {
        return evidence.of(new IncidentId(id)).stream().map(ItemJson::of).toList();
    }

    @PostMapping(
            path = "/incidents/{id}/evidence",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Takes a file into custody; an upload that breaks off leaves nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @SaysFacts
    @Parameter(name = HttpHeaders.CONTENT_DISPOSITION, in = ParameterIn.HEADER)
    ResponseEntity<CollectedJson> collect(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > CollectEvidence.LIMIT) {
            throw Refusals.tooLarge();
        }
        var sent = new UploadFacts(headers);
        var facts = sent.about(new IncidentId(id));
        var because = sent.leaveCards();
        var length = request.getContentLengthLong();
        return collected(
                Refusals.said(
                        () ->
                                because.isEmpty()
                                        ? collect.collect(facts, request.getInputStream(), length)
                                        : unmasked.collect(
                                                new CollectUnmasked.Command(facts, because),
                                                request.getInputStream(),
                                                length)));
    }

    @PostMapping("/incidents/{id}/evidence/log-lines")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Preserves the log lines behind an alert of the incident, an item a log")
    List<CollectedJson> preserve(@PathVariable UUID id, @Valid @RequestBody PreserveJson wish)
            throws IOException {
        var command =
                new PreserveLogLines.Command(
                        new IncidentId(id),
                        new AlertId(wish.alert()),
                        wish.purpose(),
                        wish.because());
        return Refusals.said(() -> preserve.preserve(command)).stream()
                .map(item -> new CollectedJson(item.value()))
                .toList();
    }

    @PostMapping("/incidents/{id}/evidence/originals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Preserves what came in and became an alert, as it came: the mail that was"
                            + " reported, the payment page as a customer got it")
    List<CollectedJson> preserveOriginals(
            @PathVariable UUID id, @Valid @RequestBody PreserveJson wish) throws IOException {
        var command =
                new PreserveOriginals.Command(
                        new IncidentId(id),
                        new AlertId(wish.alert()),
                        wish.purpose(),
                        wish.because());
        return Refusals.said(() -> originals.preserve(command)).stream()
                .map(item -> new CollectedJson(item.value()))
                .toList();
    }

    @GetMapping("/evidence/{id}")
    @Operation(summary = "Shows what is known of an item")
    ResponseEntity<ItemJson> show(@PathVariable UUID id) {
        var item = evidence.item(new EvidenceId(id));
        return ResponseEntity.ok().eTag(ETags.of(item.version())).body(ItemJson.of(item));
    }

    @GetMapping("/evidence/{id}/custody")
    @Operation(summary = "Lists who did what with it, oldest first")
    List<LinkJson> custody(@PathVariable UUID id) {
        return evidence.custody(new EvidenceId(id)).stream().map(LinkJson::of).toList();
    }

    @PostMapping("/evidence/{id}/verify")
    @Operation(
            summary =
                    "Checks its chain, hashes its content anew, and asks the ledger; a link says so")
    VerificationJson verify(@PathVariable UUID id) throws IOException {
        return VerificationJson.of(verify.verify(new VerifyEvidence.Command(new EvidenceId(id))));
    }

    private static ResponseEntity<CollectedJson> collected(EvidenceId item) {
        return ResponseEntity.created(URI.create(ApiPaths.API + "/evidence/" + item))
                .body(new CollectedJson(item.value()));
    }
}

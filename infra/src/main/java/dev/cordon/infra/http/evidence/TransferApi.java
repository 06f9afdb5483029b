package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.EndTransfer;
import dev.cordon.application.evidence.RecordReceipt;
import dev.cordon.application.evidence.TransferPackage;
import dev.cordon.application.evidence.TransferQueries;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.transfer.Answer;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Packages in the hands of somebody outside, and what they answered. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "packages")
class TransferApi {

    private final TransferPackage transfer;
    private final RecordReceipt receipt;
    private final EndTransfer end;
    private final TransferQueries transfers;

    TransferApi(
            TransferPackage transfer,
            RecordReceipt receipt,
            EndTransfer end,
            TransferQueries transfers) {
        this.transfer = transfer;
        this.receipt = receipt;
        this.end = end;
        this.transfers = transfers;
    }

    /**
     * @param name the person who receives it
     * @param organisation whom they act for
     * @param reference by which they file it
     * @param purpose why they get it
     */
    record TransferWishJson(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String organisation,
            @Nullable @Size(max = 200) String reference,
            @NotNull Transfer.Means means,
            @NotBlank @Size(max = 500) String purpose) {}

    /**
     * @param digest the SHA-256 of {@code custody.json} that they read from their own check
     * @param signedBy who signed for it
     * @param receivedAt when it reached them, as they say
     * @param document the id of the item that holds what they signed or wrote
     */
    record TransferReceiptJson(
            @NotBlank @Pattern(regexp = "[0-9a-f]{64}") String digest,
            @NotBlank @Size(max = 200) String signedBy,
            @NotNull Instant receivedAt,
            @NotNull UUID document) {}

    record TransferEndJson(
            @NotNull Answer.Ended.Why why, @NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/packages/{id}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Records that a package goes to somebody outside; each chain says so",
            description =
                    "Each content is hashed anew before. They confirm it with a receipt, which is"
                            + " recorded at the transfer.")
    ResponseEntity<TransferJson> handOver(
            @PathVariable UUID id, @Valid @RequestBody TransferWishJson to) throws IOException {
        var made =
                transfer.transfer(
                        new TransferPackage.Command(
                                new PackageId(id),
                                new Receiver(
                                        to.name(),
                                        to.organisation(),
                                        to.reference() == null ? "" : to.reference()),
                                to.means(),
                                to.purpose()));
        return ResponseEntity.created(URI.create(ApiPaths.API + "/transfers/" + made))
                .body(TransferJson.of(transfers.one(made)));
    }

    @GetMapping("/incidents/{id}/transfers")
    @Operation(summary = "Lists which packages are in whose hands outside, the newest first")
    List<TransferJson> ofIncident(@PathVariable UUID id) {
        return transfers.of(new IncidentId(id)).stream().map(TransferJson::of).toList();
    }

    @GetMapping("/transfers/{id}")
    @Operation(summary = "Shows a transfer and what was answered")
    TransferJson show(@PathVariable UUID id) {
        return TransferJson.of(transfers.one(new TransferId(id)));
    }

    @GetMapping(path = "/transfers/{id}/receipt-form", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "The paper that the receiver signs, in the language of the store",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> form(@PathVariable UUID id) {
        var form = transfers.receiptForm(new TransferId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("receipt-" + id + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(form);
    }

    @PostMapping("/transfers/{id}/receipt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Records that the receiver confirmed it: it arrived as it left")
    void receive(@PathVariable UUID id, @Valid @RequestBody TransferReceiptJson received) {
        receipt.record(
                new RecordReceipt.Command(
                        new TransferId(id),
                        new Sha256(received.digest()),
                        received.signedBy(),
                        received.receivedAt(),
                        new EvidenceId(received.document())));
    }

    @PostMapping("/transfers/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Records that there will be no receipt: refused, lost, or called back")
    void end(@PathVariable UUID id, @Valid @RequestBody TransferEndJson ended) {
        end.end(new EndTransfer.Command(new TransferId(id), ended.why(), ended.reason()));
    }
}

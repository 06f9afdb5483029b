package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.BeginUpload;
import dev.cordon.application.evidence.CancelUpload;
import dev.cordon.application.evidence.CollectEvidence;
import dev.cordon.application.evidence.FinishUnmasked;
import dev.cordon.application.evidence.FinishUpload;
import dev.cordon.application.evidence.ReadUploads;
import dev.cordon.application.evidence.SendPiece;
import dev.cordon.application.evidence.SendPiece.Outcome;
import dev.cordon.application.evidence.Upload;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.evidence.EvidenceApi.CollectedJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Evidence of many GiB, in pieces that go on where they broke off. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class UploadApi {

    private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/=]{44}):");

    private final BeginUpload begin;
    private final SendPiece send;
    private final ReadUploads read;
    private final CancelUpload cancel;
    private final FinishUpload finish;
    private final FinishUnmasked finishUnmasked;

    UploadApi(
            BeginUpload begin,
            SendPiece send,
            ReadUploads read,
            CancelUpload cancel,
            FinishUpload finish,
            FinishUnmasked finishUnmasked) {
        this.begin = begin;
        this.send = send;
        this.read = read;
        this.cancel = cancel;
        this.finish = finish;
        this.finishUnmasked = finishUnmasked;
    }

    record BeginUploadJson(@NotBlank @Size(max = 200) String name, @PositiveOrZero long size) {}

    /**
     * An upload that is not ended.
     *
     * @param received where it goes on
     * @param piece the most bytes of a piece
     */
    record UploadJson(
            UUID id,
            UUID incident,
            String name,
            long size,
            long received,
            int piece,
            Instant begunAt,
            Instant goneAt) {

        static UploadJson of(Upload upload) {
            return new UploadJson(
                    upload.id(),
                    upload.incident().value(),
                    upload.name(),
                    upload.size(),
                    upload.received(),
                    Upload.PIECE,
                    upload.begunAt(),
                    upload.touchedAt().plus(Upload.LONGEST_IDLE));
        }
    }

    record ReceivedJson(long received) {}

    @PostMapping("/incidents/{id}/evidence-uploads")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begins to upload a large file in pieces",
            description =
                    "Send pieces in order, each with PUT; after a break ask where it goes on. Nothing"
                            + " is evidence before the upload is ended. What nobody goes on with for"
                            + " seven days is removed.")
    UploadJson begin(@PathVariable UUID id, @Valid @RequestBody BeginUploadJson wish)
            throws IOException {
        return Refusals.said(
                () ->
                        UploadJson.of(
                                begin.begin(
                                        new BeginUpload.Command(
                                                new IncidentId(id), wish.name(), wish.size()))));
    }

    @GetMapping("/evidence-uploads")
    @Operation(summary = "Lists what the caller has begun to upload and not ended")
    List<UploadJson> own() throws IOException {
        return read.own().stream().map(UploadJson::of).toList();
    }

    @GetMapping("/evidence-uploads/{upload}")
    @Operation(summary = "Says where an upload goes on")
    UploadJson status(@PathVariable UUID upload) throws IOException {
        return read.own().stream()
                .filter(own -> own.id().equals(upload))
                .findFirst()
                .map(UploadJson::of)
                .orElseThrow(() -> new NotFound("an upload " + upload));
    }

    @PutMapping(
            path = "/evidence-uploads/{upload}/pieces",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Sends the next piece; what is answered is on disk",
            description =
                    "At most 4 MiB, from the offset where the upload goes on; another offset is"
                            + " refused with 409 and says the right one as received.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @Parameter(name = "Content-Digest", in = ParameterIn.HEADER, description = "RFC 9530, SHA-256")
    ReceivedJson piece(
            @PathVariable UUID upload,
            @RequestParam @PositiveOrZero long offset,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            HttpServletRequest request)
            throws IOException {
        var piece = request.getInputStream().readNBytes(Upload.PIECE + 1);
        var command = new SendPiece.Command(upload, offset, piece, digest(headers));
        return switch (send.send(command)) {
            case Outcome.Kept(var received) -> new ReceivedJson(received);
            case Outcome.WrongOffset(var received) ->
                    throw refused(
                            UploadRefusal.WRONG_OFFSET,
                            "The upload goes on at byte " + received + ". Nothing was kept.");
            case Outcome.WrongDigest(var received) ->
                    throw refused(
                            UploadRefusal.WRONG_DIGEST,
                            "The piece is not what its digest says. Nothing was kept. Send it again"
                                    + " from byte "
                                    + received
                                    + ".");
            case Outcome.WrongLength(var received) ->
                    throw refused(
                            UploadRefusal.WRONG_LENGTH,
                            "A piece has 1 to 4 MiB, only the last one less. Nothing was kept."
                                    + " Go on at byte "
                                    + received
                                    + ".");
        };
    }

    /** Why a piece is not taken. */
    enum UploadRefusal {
        WRONG_OFFSET,
        WRONG_DIGEST,
        WRONG_LENGTH
    }

    private static ApiProblem refused(UploadRefusal refusal, String detail) {
        return ApiProblem.refused(refusal, detail);
    }

    private static @Nullable Sha256 digest(HttpHeaders headers) {
        var sent = headers.getFirst("Content-Digest");
        if (sent == null) {
            return null;
        }
        var read = DIGEST.matcher(sent.strip());
        if (!read.matches()) {
            throw ApiProblem.notUnderstood(
                    "Content-Digest is of the form sha-256=:BASE64:. Nothing was kept.");
        }
        return new Sha256(HexFormat.of().formatHex(Base64.getDecoder().decode(read.group(1))));
    }

    @DeleteMapping("/evidence-uploads/{upload}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancels an upload and removes what came of it")
    void cancel(@PathVariable UUID upload) throws IOException {
        cancel.cancel(upload);
    }

    @PostMapping("/incidents/{id}/evidence-uploads/finish")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Takes whole uploads into custody, several as one tree",
            description = "The facts are said in the same headers as for an upload at a stretch.")
    @SaysFacts
    ResponseEntity<CollectedJson> finish(
            @PathVariable UUID id,
            @RequestParam List<UUID> upload,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers)
            throws IOException {
        var sent = new UploadFacts(headers);
        CollectEvidence.Command facts = sent.about(new IncidentId(id));
        var because = sent.leaveCards();
        var command = new FinishUpload.Command(upload, facts);
        EvidenceId item =
                Refusals.said(
                        () ->
                                because.isEmpty()
                                        ? finish.finish(command)
                                        : finishUnmasked.finish(
                                                new FinishUnmasked.Command(command, because)));
        return ResponseEntity.created(URI.create(ApiPaths.API + "/evidence/" + item))
                .body(new CollectedJson(item.value()));
    }
}

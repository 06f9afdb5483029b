package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.IngestEvents;
import dev.cordon.application.detection.IngestLines;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.INGEST)
@Tag(name = "ingest")
class IngestApi {

    private final IngestLines ingest;
    private final IngestEvents ingestEvents;

    IngestApi(IngestLines ingest, IngestEvents ingestEvents) {
        this.ingest = ingest;
        this.ingestEvents = ingestEvents;
    }

    /**
     * A receipt: the lines are on disk, and detection was told of them.
     *
     * @param takenBytes how many bytes this batch added: none if it was taken before
     */
    record ReceiptJson(long takenBytes) {}

    @PostMapping("/{source}/lines")
    @Operation(
            summary = "Takes log lines in, all or none, plain or gzip",
            description =
                    "Idempotency-Key names the batch: sent again, it is taken once. At most 128 MiB"
                            + " of lines.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/plain",
                                            schema = @Schema(type = "string", format = "binary"))))
    ReceiptJson lines(
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String batch,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false)
                    @Nullable String encoding,
            HttpServletRequest request)
            throws IOException {
        var lines = SentLines.open(request.getInputStream(), encoding);
        var command = new IngestLines.Command(Sources.named(source), batch);
        return new ReceiptJson(ingest.ingest(command, lines).taken());
    }

    @PostMapping("/{source}/events")
    @Operation(
            summary = "Takes events in as log shippers send them, all or none, plain or gzip",
            description =
                    "JSON: an array of objects, objects one after another, or an object that begins"
                            + " with an array called events, records, items or logs. For a log"
                            + " whose format is events or json each object is a line; else its log"
                            + " or message is. Idempotency-Key names the batch: sent again, it is"
                            + " taken once. At most 128 MiB, and 256 KiB for each event.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "string", format = "binary"))))
    ReceiptJson events(
            @PathVariable String source,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String batch,
            @RequestHeader(name = HttpHeaders.CONTENT_ENCODING, required = false)
                    @Nullable String encoding,
            HttpServletRequest request)
            throws IOException {
        var body = SentLines.open(request.getInputStream(), encoding);
        var command = new IngestEvents.Command(Sources.named(source), batch);
        return new ReceiptJson(
                ingestEvents.ingest(command, whole -> new EventLines(body, whole)).taken());
    }
}

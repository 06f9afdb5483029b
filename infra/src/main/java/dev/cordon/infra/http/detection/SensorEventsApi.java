package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.SensorRefused;
import dev.cordon.application.detection.TakeSensorEvents;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.SignedBody;
import dev.cordon.infra.http.detection.IngestApi.ReceiptJson;
import dev.cordon.infra.security.CallerContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for Cordon's plugin in a store, which shows no token: its signature opens it. */
@RestController
@RequestMapping(ApiPaths.INGEST)
@Tag(name = "ingest")
class SensorEventsApi {

    private static final Logger SECURITY = LoggerFactory.getLogger("dev.cordon.security");

    private final TakeSensorEvents take;

    SensorEventsApi(TakeSensorEvents take) {
        this.take = take;
    }

    @PostMapping("/{source}/sensor")
    @SecurityRequirements
    @Operation(
            summary = "Takes in what the sensor plugin of a store tells, if its signature fits",
            description =
                    "No token is needed. Cordon-Signature is v1= and the HMAC-SHA256, in hexadecimal"
                            + " digits, of the lines cordon-sensor-events/1, source, run, sequence,"
                            + " timestamp and nonce, and the body. A batch that was taken before is"
                            + " answered in the same way and taken once. At most 1 MiB.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "string", format = "binary"))))
    ReceiptJson sensor(
            @PathVariable String source,
            @RequestHeader("Cordon-Run") String run,
            @RequestHeader("Cordon-Sequence") long sequence,
            @RequestHeader("Cordon-Timestamp") long timestamp,
            @RequestHeader("Cordon-Nonce") String nonce,
            @RequestHeader("Cordon-Signature") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = SignedBody.of(request);
        var batch = new SensorBatch(run, sequence, timestamp, nonce, signature, body);
        var command = new TakeSensorEvents.Command(Sources.named(source), batch);
        try {
            return new ReceiptJson(taken(command).taken());
        } catch (SensorRefused refused) {
            SECURITY.warn(
                    "sensor refused source={} reason={} from={}",
                    command.source(),
                    refused.reason(),
                    request.getRemoteAddr());
            throw ApiProblem.signature(String.valueOf(refused.getMessage()));
        }
    }

    private IngestLines.Receipt taken(TakeSensorEvents.Command command)
            throws IOException, SensorRefused {
        try {
            return CallerContext.callAs(AutomationPolicy.DETECTION, () -> took(command));
        } catch (Refused refused) {
            throw refused.why;
        }
    }

    private IngestLines.Receipt took(TakeSensorEvents.Command command) throws IOException {
        var body = new ByteArrayInputStream(command.batch().body());
        try {
            return take.take(command, whole -> new EventLines(body, whole));
        } catch (SensorRefused refused) {
            throw new Refused(refused);
        }
    }

    /** Carries a refusal through a call that may throw one kind of error alone. */
    private static final class Refused extends IOException {

        private final transient SensorRefused why;

        Refused(SensorRefused why) {
            super(why);
            this.why = why;
        }
    }
}

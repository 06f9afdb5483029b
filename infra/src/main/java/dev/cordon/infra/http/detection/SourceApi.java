package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.SensorQueries;
import dev.cordon.application.detection.SensorQueries.Health;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.Rejection;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/sources")
@Tag(name = "sources")
class SourceApi {

    private final SensorQueries sources;

    SourceApi(SensorQueries sources) {
        this.sources = sources;
    }

    /**
     * A log and what detection made of it.
     *
     * @param lastReceivedAt when lines last came in; null if none ever did
     * @param lagSeconds for how long lines have waited to be read
     * @param backlogBytes what came in and was not read yet
     * @param passedOverBytes what was gone before it could be read
     * @param behind whether something could not be read or stored, and is tried again
     * @param rhythmSeconds how long it may be silent before that is an alarm
     * @param quietUntil until when its silence is planned; null if it is not
     * @param blind why nothing, or not enough, is seen in it now
     */
    record SourceJson(
            String id,
            UUID store,
            String name,
            CountsJson counts,
            @Nullable Instant lastReceivedAt,
            long lagSeconds,
            long backlogBytes,
            long passedOverBytes,
            boolean behind,
            long rhythmSeconds,
            @Nullable Instant quietUntil,
            List<Blindness> blind) {

        static SourceJson of(Health health) {
            var intake = health.intake();
            var source = intake.source();
            return new SourceJson(
                    source.id().value(),
                    source.store().value(),
                    source.name(),
                    CountsJson.of(intake.counts()),
                    intake.lastReceivedAt(),
                    intake.lag().toSeconds(),
                    intake.backlog(),
                    intake.passedOver(),
                    intake.behind(),
                    health.rhythm().longestSilence().toSeconds(),
                    health.plan().quietUntil(),
                    health.blind().stream().map(BlindSpan::why).distinct().toList());
        }
    }

    /** How many lines were read, and what became of them. */
    record CountsJson(
            long bytes,
            long lines,
            long understood,
            long unclean,
            Map<Rejection, Long> rejected,
            @Nullable Instant lastEventAt) {

        static CountsJson of(IntakeCounts counts) {
            return new CountsJson(
                    counts.bytes(),
                    counts.lines(),
                    counts.understood(),
                    counts.unclean(),
                    counts.rejected(),
                    counts.lastEventAt());
        }
    }

    @GetMapping
    @Operation(summary = "Lists the logs that stores send, by id, and how detection keeps up")
    List<SourceJson> list() {
        return sources.all().stream().map(SourceJson::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a log and how detection keeps up with it")
    ResponseEntity<SourceJson> show(@PathVariable String id) {
        var health = sources.one(Sources.named(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(health.plan().version()))
                .body(SourceJson.of(health));
    }
}

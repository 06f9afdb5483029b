package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.PlanSensor;
import dev.cordon.application.detection.SensorQueries;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.sensor.Rhythm;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is expected of a log, and for which times nothing was seen in it. */
@RestController
@RequestMapping(ApiPaths.API + "/sources/{id}")
@Tag(name = "sources")
class SensorApi {

    private final SensorQueries sensors;
    private final PlanSensor plan;

    SensorApi(SensorQueries sensors, PlanSensor plan) {
        this.sensors = sensors;
        this.plan = plan;
    }

    /**
     * @param rhythmSeconds how long the log may be silent before that is an alarm; absent for what
     *     is usual for its format
     * @param quietUntil until when its silence is planned; absent if it is not
     * @param reason why, for the history
     */
    record RhythmJson(
            @Nullable Long rhythmSeconds,
            @Nullable Instant quietUntil,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * A time for which nothing, or not enough, was seen.
     *
     * @param until null while it lasts
     * @param alert the alert that tells of it; null if the silence was planned
     */
    record BlindSpanJson(
            UUID id, Blindness why, Instant from, @Nullable Instant until, @Nullable UUID alert) {

        static BlindSpanJson of(BlindSpan span) {
            return new BlindSpanJson(
                    span.id(),
                    span.why(),
                    span.from(),
                    span.until(),
                    span.alert() == null ? null : span.alert().value());
        }
    }

    @PutMapping("/rhythm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Says how often a log speaks, and until when its silence is planned",
            description =
                    "A planned silence raises no alert; for what time nothing was seen is marked all"
                            + " the same.")
    void plan(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody RhythmJson wish) {
        plan.plan(
                new PlanSensor.Command(
                        Sources.named(id),
                        ETags.seen(seen),
                        wish.rhythmSeconds() == null
                                ? null
                                : new Rhythm(Duration.ofSeconds(wish.rhythmSeconds())),
                        wish.quietUntil(),
                        wish.reason()));
    }

    @GetMapping("/blind-spans")
    @Operation(
            summary = "Lists for which times nothing, or not enough, was seen in a log",
            description = "Those that had not ended by since, the latest first.")
    List<BlindSpanJson> blind(@PathVariable String id, @RequestParam Instant since) {
        return sensors.blind(Sources.named(id), since).stream().map(BlindSpanJson::of).toList();
    }
}

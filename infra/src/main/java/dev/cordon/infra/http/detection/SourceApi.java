package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.SensorQueries;
import dev.cordon.application.detection.SensorQueries.Health;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.Rejection;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/sources")
@Tag(name = "sources")
class SourceApi {

    private final SensorQueries sources;
    private final AddLogSource add;

    SourceApi(SensorQueries sources, AddLogSource add) {
        this.sources = sources;
        this.add = add;
    }

    /** Why a log is not added. */
    private enum Refused {
        ID_TAKEN
    }

    /**
     * A log to be watched.
     *
     * @param id its name in addresses: lower-case letters, digits and dashes; no other log, of
     *     whatever store, has it
     * @param name what people call it
     * @param format as in the documentation of detection: combined, nginx-error, nginx:… and others
     * @param zone of its clock, a name such as Europe/Berlin; absent for the store's own
     * @param mode LIVE if absent; a rehearsal's log is DRILL
     */
    record AddSourceJson(
            @NotBlank @Size(max = 63) String id,
            @NotNull UUID store,
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = LogFormat.LONGEST) String format,
            @Size(max = 60) @Nullable String zone,
            @Nullable Mode mode) {}

    /** A log that was added. */
    record AddedSourceJson(
            String id, UUID store, String name, String format, String zone, Mode mode) {

        static AddedSourceJson of(LogSource source) {
            return new AddedSourceJson(
                    source.id().value(),
                    source.store().value(),
                    source.name(),
                    source.format().text(),
                    source.zone().getId(),
                    source.mode());
        }
    }

    /**
     * A log and what detection made of it.
     *
     * @param format how its lines are written
     * @param zone of its clock
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
            String format,
            String zone,
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
                    source.format().text(),
                    source.zone().getId(),
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

    @PostMapping
    @Operation(
            summary = "Adds a log of a store: from now on its lines are accepted and watched",
            description =
                    "A sender needs a token of the log next: POST to /api/v1/sources/{id}/tokens.")
    @ApiResponse(responseCode = "201", description = "It was added")
    ResponseEntity<AddedSourceJson> add(@Valid @RequestBody AddSourceJson sent) {
        var command =
                new AddLogSource.Command(
                        new SourceId(sent.id),
                        new StoreId(sent.store),
                        sent.name,
                        LogFormat.of(sent.format),
                        zone(sent.zone),
                        sent.mode == null ? Mode.LIVE : sent.mode);
        return switch (add.add(command)) {
            case AddLogSource.Outcome.Added(var source) ->
                    ResponseEntity.created(URI.create(ApiPaths.API + "/sources/" + source.id()))
                            .body(AddedSourceJson.of(source));
            case AddLogSource.Outcome.IdTaken _ ->
                    throw ApiProblem.refused(
                            Refused.ID_TAKEN,
                            "Another log has this id already. Nothing was added. Take another"
                                    + " one.");
        };
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ApiProblem.notAccepted(
                    "No zone has this name; one is written like Europe/Berlin or UTC. Nothing was"
                            + " added.");
        }
    }
}

package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.CheckPreservation;
import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.application.evidence.WaivePreservation;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.preservation.Answer;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Preserve, then change: asked before a step that destroys something on a store. */
@RestController
@RequestMapping(ApiPaths.API + "/incidents/{id}")
@Tag(name = "evidence")
class PreservationApi {

    private final CheckPreservation check;
    private final WaivePreservation waive;

    PreservationApi(CheckPreservation check, WaivePreservation waive) {
        this.check = check;
        this.waive = waive;
    }

    /**
     * What a step would destroy.
     *
     * @param what {@code file /var/www/html/index.php}, {@code tree /var/www/html}, {@code log
     *     SOURCE}, {@code table wp_users}, {@code option siteurl} or {@code store}
     * @param from of a log, the first moment that goes
     * @param to of a log, the last moment that goes
     * @param changedAt when it was last changed; what was taken earlier does not count
     */
    record LossJson(
            @NotBlank @Size(max = 1100) String what,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Instant changedAt) {

        Loss toDomain() {
            return new Loss(Subject.of(what), from, to, changedAt);
        }
    }

    record PreservationCheckJson(
            @NotBlank @Size(max = 200) String step,
            @NotEmpty @Size(max = 100) List<@Valid LossJson> losses) {}

    record WaivePreservationJson(
            @NotBlank @Size(max = 200) String step,
            @NotEmpty @Size(max = 100) List<@Valid LossJson> losses,
            @NotBlank @Size(max = 500) String reason,
            @Nullable Integer minutes) {}

    /** Whether it may be destroyed, and why. */
    enum MayGo {
        PRESERVED,
        WAIVED,
        NOT_PRESERVED
    }

    /**
     * An item that holds it, or a part of it; its content was hashed anew.
     *
     * @param at when it was taken from its source
     * @param sealed whether it is read-only where it lies
     */
    record HeldJson(UUID evidence, String label, Instant at, boolean sealed) {}

    record GapJson(Answer.Why why, @Nullable Instant from, @Nullable Instant to, String toDo) {}

    record WaiverJson(UUID id, String by, String reason, Instant at, Instant until) {
        static WaiverJson of(Waiver waiver) {
            return new WaiverJson(
                    waiver.id(),
                    waiver.by().reference(),
                    waiver.reason(),
                    waiver.at(),
                    waiver.until());
        }
    }

    record PreservedJson(
            String what,
            MayGo result,
            List<HeldJson> held,
            List<GapJson> missing,
            @Nullable WaiverJson waiver) {

        static PreservedJson of(Checked checked) {
            var answer = checked.answer();
            var waiver = checked.waiver();
            return new PreservedJson(
                    answer.loss().subject().text(),
                    answer.isPreserved()
                            ? MayGo.PRESERVED
                            : waiver == null ? MayGo.NOT_PRESERVED : MayGo.WAIVED,
                    answer.by().stream()
                            .map(
                                    held ->
                                            new HeldJson(
                                                    held.item().id().value(),
                                                    held.item().label(),
                                                    held.item().acquisition().at(),
                                                    held.item().custody().isSealed()))
                            .toList(),
                    answer.missing().stream()
                            .map(gap -> new GapJson(gap.why(), gap.from(), gap.to(), toDo(gap)))
                            .toList(),
                    waiver == null ? null : WaiverJson.of(waiver));
        }

        private static String toDo(Answer.Gap gap) {
            return switch (gap.why()) {
                case NOTHING_HELD -> "Collect it, and say in Cordon-Covers what it is.";
                case CHANGED_SINCE -> "It was changed after it was taken. Collect it anew.";
                case NO_MANIFEST ->
                        "Collect the folder as FILE_TREE, so that its files are listed.";
                case NOT_IN_MANIFEST -> "The folder was collected without it. Collect it.";
                case ONLY_EXCERPTS ->
                        "Only lines behind alerts are held. Collect the log for that time.";
                case TIME_UNKNOWN ->
                        "Collect the log anew, and say in Cordon-Covers-From and -To which time it"
                                + " covers.";
                case TIME_NOT_COVERED -> "Collect the log for that time.";
            };
        }
    }

    @PostMapping("/preservation-check")
    @Operation(
            summary = "Says whether what a step destroys is preserved",
            description =
                    "Computed from what the incident's items cover; their content is hashed anew."
                            + " Changes nothing.")
    List<PreservedJson> check(
            @PathVariable UUID id, @Valid @RequestBody PreservationCheckJson asked)
            throws IOException {
        var losses = asked.losses().stream().map(LossJson::toDomain).toList();
        var command = new CheckPreservation.Command(new IncidentId(id), asked.step(), losses);
        return check.check(command).stream().map(PreservedJson::of).toList();
    }

    @PostMapping("/preservation-waivers")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Decides that something need not be preserved before a step destroys it",
            description =
                    "Counts for that incident, that step and those things alone, an hour unless"
                            + " minutes are said, 24 hours at most. It stands in the ledger.")
    WaiverJson waive(@PathVariable UUID id, @Valid @RequestBody WaivePreservationJson asked) {
        var losses = asked.losses().stream().map(LossJson::toDomain).toList();
        var minutes = asked.minutes();
        return WaiverJson.of(
                waive.waive(
                        new WaivePreservation.Command(
                                new IncidentId(id),
                                asked.step(),
                                losses,
                                asked.reason(),
                                Duration.ofMinutes(minutes == null ? 60 : minutes))));
    }
}

package dev.cordon.infra.http.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.infra.http.detection.OcsfFindingInfoJson;
import dev.cordon.infra.http.detection.OcsfMetadataJson;
import dev.cordon.infra.http.detection.OcsfUserJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An incident as an Incident Finding (OCSF 1.5, class 2005). Times are milliseconds since 1970,
 * UTC; the numbers are the schema's.
 *
 * @param statusDetail the stage, in Cordon's words
 * @param desc reference and title
 * @param assigneeGroup who has it while nobody commands: the schema asks for one or the other
 * @param time since when it is known to stand as it does
 * @param isSuspectedBreach whether somebody said that personal data is affected
 * @param findings the alerts that became it; what is known of the incident itself where none did
 */
record OcsfIncidentJson(
        @JsonProperty("class_uid") int classUid,
        @JsonProperty("category_uid") int categoryUid,
        @JsonProperty("activity_id") int activityId,
        @JsonProperty("type_uid") int typeUid,
        @JsonProperty("severity_id") int severityId,
        @JsonProperty("status_id") int statusId,
        @JsonProperty("status_detail") String statusDetail,
        @JsonProperty("verdict_id") @Nullable Integer verdict,
        String desc,
        @Nullable OcsfUserJson assignee,
        @JsonProperty("assignee_group") @Nullable OcsfGroupJson assigneeGroup,
        long time,
        @JsonProperty("start_time") long startTime,
        @JsonProperty("end_time") @Nullable Long endTime,
        @JsonProperty("is_suspected_breach") boolean isSuspectedBreach,
        OcsfMetadataJson metadata,
        @JsonProperty("finding_info_list") List<OcsfFindingInfoJson> findings) {

    private static final int CLASS = 2005;
    private static final int FINDINGS = 2;

    /** A group of people. */
    record OcsfGroupJson(String name) {}

    static OcsfIncidentJson of(Incident incident, List<Alert> alerts) {
        var activity = activity(incident);
        var times = incident.times();
        var assignee = assignee(incident);
        return new OcsfIncidentJson(
                CLASS,
                FINDINGS,
                activity,
                CLASS * 100 + activity,
                severity(incident.severity().severity()),
                status(incident),
                incident.stage().name(),
                verdict(incident),
                incident.reference() + " " + incident.title(),
                assignee == null ? null : new OcsfUserJson(assignee.name()),
                assignee == null ? new OcsfGroupJson("responders") : null,
                latest(incident).toEpochMilli(),
                times.occurred().toEpochMilli(),
                times.closed() == null ? null : times.closed().toEpochMilli(),
                times.aware() != null,
                OcsfMetadataJson.of(incident.id().value().toString(), incident.mode(), List.of()),
                findings(incident, alerts));
    }

    private static List<OcsfFindingInfoJson> findings(Incident incident, List<Alert> alerts) {
        return alerts.isEmpty()
                ? List.of(
                        OcsfFindingInfoJson.named(
                                incident.id().value().toString(),
                                incident.title(),
                                incident.times().occurred(),
                                incident.times().detected()))
                : alerts.stream().map(OcsfFindingInfoJson::of).toList();
    }

    private static Actor.@Nullable Person assignee(Incident incident) {
        return incident.commander() == null ? incident.acknowledgedBy() : incident.commander();
    }

    private static Instant latest(Incident incident) {
        var times = incident.times();
        return Stream.of(
                        times.acknowledged(),
                        times.contained(),
                        times.eradicated(),
                        times.recovered(),
                        times.closed())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(times.declared());
    }

    /** 1 create, 2 update, 3 close. */
    private static int activity(Incident incident) {
        if (!incident.isOpen()) {
            return 3;
        }
        return incident.stage() == Stage.TRIAGE && assignee(incident) == null ? 1 : 2;
    }

    /** 1 new, 2 in progress, 4 resolved, 5 closed. */
    private static int status(Incident incident) {
        return switch (incident.stage()) {
            case TRIAGE -> assignee(incident) == null ? 1 : 2;
            case ACTIVE, CONTAINED, ERADICATED, RECOVERING -> 2;
            case REVIEW -> 4;
            case CLOSED, DECLINED, MERGED -> 5;
        };
    }

    /**
     * Null while it is open; 2 true positive, 3 disregard, 6 test for everything that is an
     * exercise, 10 duplicate.
     */
    private static @Nullable Integer verdict(Incident incident) {
        if (incident.mode() == Mode.DRILL || incident.mode() == Mode.TUTORIAL) {
            return 6;
        }
        return switch (incident.stage()) {
            case TRIAGE, ACTIVE, CONTAINED, ERADICATED, RECOVERING, REVIEW -> null;
            case CLOSED -> 2;
            case DECLINED -> 3;
            case MERGED -> 10;
        };
    }

    /** 2 low, 3 medium, 4 high, 5 critical. */
    private static int severity(Severity severity) {
        return switch (severity) {
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }
}

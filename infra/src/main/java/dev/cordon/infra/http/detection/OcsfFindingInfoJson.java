package dev.cordon.infra.http.detection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found (OCSF, object {@code finding_info}). Times are milliseconds since 1970, UTC.
 *
 * @param uid the alert's id, or the incident's where no alert stands for it
 * @param createdTime when detection saw it
 * @param firstSeenTime when the attack began, in the log's time
 * @param link where whoever reported it shows more of it
 * @param analytic the rule that fired first
 * @param dataSources the logs that show it
 */
public record OcsfFindingInfoJson(
        String uid,
        String title,
        String desc,
        @JsonProperty("created_time") long createdTime,
        @JsonProperty("first_seen_time") long firstSeenTime,
        @JsonProperty("last_seen_time") long lastSeenTime,
        @JsonProperty("src_url") @Nullable String link,
        @Nullable OcsfAnalyticJson analytic,
        @JsonProperty("related_analytics") List<OcsfAnalyticJson> otherAnalytics,
        List<OcsfAttackJson> attacks,
        @JsonProperty("data_sources") List<String> dataSources,
        List<String> types) {

    private static final int RULE = 1;

    /** A rule that fired. */
    public record OcsfAnalyticJson(String uid, String name, @JsonProperty("type_id") int type) {}

    /** A technique of MITRE ATT&CK. */
    public record OcsfAttackJson(
            OcsfTechniqueJson technique,
            @JsonProperty("sub_technique") @Nullable OcsfTechniqueJson subTechnique) {

        static OcsfAttackJson of(String technique) {
            int dot = technique.indexOf('.');
            return dot < 0
                    ? new OcsfAttackJson(new OcsfTechniqueJson(technique), null)
                    : new OcsfAttackJson(
                            new OcsfTechniqueJson(technique.substring(0, dot)),
                            new OcsfTechniqueJson(technique));
        }
    }

    /** Its number: {@code T1110}, {@code T1110.004}. */
    public record OcsfTechniqueJson(String uid) {}

    public static OcsfFindingInfoJson of(Alert alert) {
        var finding = alert.finding();
        var verdict = finding.verdict();
        var note = alert.note();
        return new OcsfFindingInfoJson(
                alert.id().value().toString(),
                note == null ? verdict.title() : note.title(),
                note == null || note.description().isEmpty()
                        ? verdict.reason("en")
                        : note.description(),
                alert.detectedAt().toEpochMilli(),
                finding.startedAt().toEpochMilli(),
                finding.lastSeenAt().toEpochMilli(),
                note == null ? null : note.link(),
                new OcsfAnalyticJson(verdict.rule(), verdict.title(), RULE),
                others(verdict),
                verdict.techniques().stream().map(OcsfAttackJson::of).toList(),
                finding.sources(),
                List.of(finding.kind().label()));
    }

    /** Something that no alert stands for. */
    public static OcsfFindingInfoJson named(
            String uid, String title, Instant occurred, Instant detected) {
        return new OcsfFindingInfoJson(
                uid,
                title,
                title,
                detected.toEpochMilli(),
                occurred.toEpochMilli(),
                detected.toEpochMilli(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<OcsfAnalyticJson> others(Verdict verdict) {
        return verdict.rules().stream()
                .filter(rule -> !rule.equals(verdict.rule()))
                .map(rule -> new OcsfAnalyticJson(rule, rule, RULE))
                .toList();
    }
}

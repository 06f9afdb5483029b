package dev.cordon.infra.http.detection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a Detection Finding with the Incident profile (OCSF 1.5, class 2004). Times are
 * milliseconds since 1970, UTC; the numbers are the schema's.
 *
 * @param time since when the alert stands as it does
 * @param events how many lines the rules counted
 * @param statusDetail what it turned out to be, in Cordon's words
 * @param verdict what it turned out to be, in the schema's
 * @param observables attacking addresses and attacked accounts, at most {@value #MOST_OBSERVABLES}
 * @param evidences attacking addresses whose country is known, with it, as many; null if none is
 */
record OcsfDetectionJson(
        @JsonProperty("class_uid") int classUid,
        @JsonProperty("category_uid") int categoryUid,
        @JsonProperty("activity_id") int activityId,
        @JsonProperty("type_uid") int typeUid,
        @JsonProperty("severity_id") int severityId,
        @JsonProperty("status_id") int statusId,
        @JsonProperty("status_detail") @Nullable String statusDetail,
        @JsonProperty("verdict_id") @Nullable Integer verdict,
        @JsonProperty("is_alert") boolean isAlert,
        @Nullable String comment,
        @Nullable OcsfUserJson assignee,
        long time,
        @JsonProperty("start_time") long startTime,
        @JsonProperty("end_time") long endTime,
        @JsonProperty("count") long events,
        OcsfMetadataJson metadata,
        @JsonProperty("finding_info") OcsfFindingInfoJson findingInfo,
        List<OcsfObservableJson> observables,
        @Nullable List<OcsfEvidenceJson> evidences,
        List<OcsfResourceJson> resources) {

    static final int MOST_OBSERVABLES = 100;

    private static final int CLASS = 2004;
    private static final int FINDINGS = 2;
    private static final int IP_ADDRESS = 2;
    private static final int USER_NAME = 4;

    /** Something to look for elsewhere. */
    record OcsfObservableJson(String name, @JsonProperty("type_id") int type, String value) {}

    /** Where an attack came from. */
    record OcsfEvidenceJson(@JsonProperty("src_endpoint") OcsfEndpointJson source) {}

    /** An end of a connection. */
    record OcsfEndpointJson(String ip, OcsfLocationJson location) {}

    /**
     * @param country two letters (ISO 3166-1 alpha-2)
     */
    record OcsfLocationJson(String country) {}

    /** What was attacked. */
    record OcsfResourceJson(String uid, String type) {}

    static OcsfDetectionJson of(Alert alert, Map<Address, Country> countries) {
        var finding = alert.finding();
        var activity = activity(alert.phase());
        var closed = alert.phase() instanceof AlertPhase.Closed as ? as : null;
        return new OcsfDetectionJson(
                CLASS,
                FINDINGS,
                activity,
                CLASS * 100 + activity,
                severity(alert.severity()),
                status(alert.phase()),
                closed == null ? null : closed.resolution().name(),
                verdict(alert),
                alert.phase().isOpen(),
                closed == null ? null : closed.reason(),
                assignee(alert.takenBy()),
                since(alert).toEpochMilli(),
                finding.startedAt().toEpochMilli(),
                finding.lastSeenAt().toEpochMilli(),
                finding.events(),
                OcsfMetadataJson.of(
                        alert.id().value().toString(), alert.mode(), List.of("incident")),
                OcsfFindingInfoJson.of(alert),
                observables(alert),
                evidences(alert, countries),
                List.of(new OcsfResourceJson(alert.store().value().toString(), "store")));
    }

    private static Instant since(Alert alert) {
        return switch (alert.phase()) {
            case AlertPhase.New _ -> alert.detectedAt();
            case AlertPhase.Triaging(var since) -> since;
            case AlertPhase.Merged merged -> merged.at();
            case AlertPhase.Escalated escalated -> escalated.at();
            case AlertPhase.Closed closed -> closed.at();
            case AlertPhase.Suppressed suppressed -> suppressed.at();
        };
    }

    private static @Nullable OcsfUserJson assignee(Actor.@Nullable Person person) {
        return person == null ? null : new OcsfUserJson(person.name());
    }

    private static List<OcsfObservableJson> observables(Alert alert) {
        var attackers = alert.finding().attackers();
        var addresses = attackers.addresses().stream().map(facts -> facts.address().toString());
        return Stream.concat(
                        addresses.map(
                                address ->
                                        new OcsfObservableJson(
                                                "src_endpoint.ip", IP_ADDRESS, address)),
                        attackers.accounts().stream()
                                .map(name -> new OcsfObservableJson("user.name", USER_NAME, name)))
                .limit(MOST_OBSERVABLES)
                .toList();
    }

    private static @Nullable List<OcsfEvidenceJson> evidences(
            Alert alert, Map<Address, Country> countries) {
        var known =
                alert.finding().addresses().stream()
                        .map(AddressFacts::address)
                        .flatMap(each -> evidence(each, countries.get(each)).stream())
                        .limit(MOST_OBSERVABLES)
                        .toList();
        return known.isEmpty() ? null : known;
    }

    private static List<OcsfEvidenceJson> evidence(Address address, @Nullable Country country) {
        return country == null
                ? List.of()
                : List.of(
                        new OcsfEvidenceJson(
                                new OcsfEndpointJson(
                                        address.toString(), new OcsfLocationJson(country.code()))));
    }

    /** 1 create, 2 update, 3 close. */
    private static int activity(AlertPhase phase) {
        return switch (phase) {
            case AlertPhase.New _ -> 1;
            case AlertPhase.Triaging _, AlertPhase.Escalated _ -> 2;
            case AlertPhase.Merged _, AlertPhase.Closed _, AlertPhase.Suppressed _ -> 3;
        };
    }

    /**
     * 1 new, 2 in progress, 3 suppressed, or looked at and harmless, 4 resolved, 5 archived: filed
     * under another alert.
     */
    private static int status(AlertPhase phase) {
        return switch (phase) {
            case AlertPhase.New _ -> 1;
            case AlertPhase.Triaging _, AlertPhase.Escalated _ -> 2;
            case AlertPhase.Closed closed -> isHarmless(closed.resolution()) ? 3 : 4;
            case AlertPhase.Suppressed _ -> 3;
            case AlertPhase.Merged _ -> 5;
        };
    }

    private static boolean isHarmless(AlertResolution resolution) {
        return resolution == AlertResolution.FALSE_POSITIVE
                || resolution == AlertResolution.LEGITIMATE;
    }

    /** Null while nobody has decided; 3 disregard; 6 test for everything that is an exercise. */
    private static @Nullable Integer verdict(Alert alert) {
        if (alert.mode() == Mode.DRILL || alert.mode() == Mode.TUTORIAL) {
            return 6;
        }
        return switch (alert.phase()) {
            case AlertPhase.New _, AlertPhase.Triaging _ -> null;
            case AlertPhase.Escalated _ -> 2;
            case AlertPhase.Suppressed _ -> 3;
            case AlertPhase.Merged _ -> 10;
            case AlertPhase.Closed closed -> verdict(closed.resolution());
        };
    }

    /** 1 false positive, 2 true positive, 5 benign, 7 insufficient data, 10 duplicate. */
    private static int verdict(AlertResolution resolution) {
        return switch (resolution) {
            case FALSE_POSITIVE -> 1;
            case TRUE_POSITIVE_IMPACT, TRUE_POSITIVE_NO_IMPACT -> 2;
            case LEGITIMATE -> 5;
            case UNKNOWN -> 7;
            case DUPLICATE -> 10;
        };
    }

    /** 2 low, 3 medium, 4 high, 5 critical. */
    private static int severity(AlertSeverity severity) {
        return switch (severity) {
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }
}

package dev.cordon.infra.http.detection;

import static dev.cordon.domain.detection.DetectionFixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.infra.http.OcsfCheck;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OcsfDetectionJsonTest {

    private static final Instant LATER = SEEN.plusSeconds(600);

    private final Alert alert = raised(successfulStuffing(3)).state();

    @Test
    void aNewAlertIsACreatedFindingWithItsTechniqueAndItsAddresses() {
        var json = json(alert);

        assertThat(json.get("type_uid").asInt()).isEqualTo(200_401);
        assertThat(json.get("status_id").asInt()).isEqualTo(1);
        assertThat(json.get("severity_id").asInt()).isEqualTo(4);
        assertThat(json.get("is_alert").asBoolean()).isTrue();
        assertThat(json.get("time").asLong()).isEqualTo(SEEN.toEpochMilli());
        assertThat(json.has("verdict_id")).isFalse();
        assertThat(json.at("/finding_info/attacks/0/technique/uid").asString()).isEqualTo("T1110");
        assertThat(json.at("/finding_info/attacks/0/sub_technique/uid").asString())
                .isEqualTo("T1110.004");
        assertThat(json.at("/observables/0/value").asString()).isEqualTo("198.51.100.20");
        assertThat(json.at("/resources/0/uid").asString()).isEqualTo(STORE.toString());
        assertThat(json.at("/metadata/labels")).isEmpty();
    }

    @Test
    void whoeverTookItIsItsAssignee() {
        var json = json(alert.take(RITA, LATER).state());

        assertThat(json.get("type_uid").asInt()).isEqualTo(200_402);
        assertThat(json.get("status_id").asInt()).isEqualTo(2);
        assertThat(json.at("/assignee/name").asString()).isEqualTo("rita");
        assertThat(json.get("time").asLong()).isEqualTo(LATER.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "FALSE_POSITIVE, 3, 1",
        "TRUE_POSITIVE_IMPACT, 4, 2",
        "TRUE_POSITIVE_NO_IMPACT, 4, 2",
        "LEGITIMATE, 3, 5",
        "DUPLICATE, 4, 10",
        "UNKNOWN, 4, 7"
    })
    void aResolutionIsAStatusAndAVerdict(AlertResolution resolution, int status, int verdict) {
        var json = json(alert.dismiss(resolution, "looked at it", RITA, LATER).state());

        assertThat(json.get("activity_id").asInt()).isEqualTo(3);
        assertThat(json.get("status_id").asInt()).isEqualTo(status);
        assertThat(json.get("verdict_id").asInt()).isEqualTo(verdict);
        assertThat(json.get("status_detail").asString()).isEqualTo(resolution.name());
        assertThat(json.get("comment").asString()).isEqualTo("looked at it");
    }

    @Test
    void aMergedAlertIsArchivedAndAnEscalatedOneIsTrue() {
        var other =
                new Alert(
                        new AlertId(new UUID(0, 9)),
                        STORE,
                        alert.origin(),
                        Mode.LIVE,
                        alert.finding(),
                        null,
                        alert.severity(),
                        SEEN,
                        SEEN,
                        alert.phase(),
                        null,
                        alert.version());

        var merged = json(alert.merge(other, RITA, LATER).state());
        var escalated = json(alert.escalate(INCIDENT, RITA, LATER).state());

        assertThat(merged.get("status_id").asInt()).isEqualTo(5);
        assertThat(merged.get("verdict_id").asInt()).isEqualTo(10);
        assertThat(escalated.get("status_id").asInt()).isEqualTo(2);
        assertThat(escalated.get("verdict_id").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotRealSaysSo(Mode mode) {
        var json =
                json(
                        Alert.raise(
                                        ALERT,
                                        STORE,
                                        origin(stuffing(2)),
                                        mode,
                                        stuffing(2),
                                        SEEN,
                                        SEEN,
                                        DETECTION)
                                .state());

        assertThat(json.at("/metadata/labels/0").asString())
                .isEqualTo(mode == Mode.LIVE ? "" : mode.name().toLowerCase());
        assertThat(json.path("verdict_id").asInt(0))
                .isEqualTo(mode == Mode.DRILL || mode == Mode.TUTORIAL ? 6 : 0);
    }

    @Test
    void aReportedAlertSpeaksInTheWordsOfWhoeverReportedIt() {
        var note = new AlertNote("Odd orders", "Forty in an hour", "https://monitor.example/7");
        var json =
                json(
                        Alert.raise(
                                        ALERT,
                                        STORE,
                                        origin(stuffing(2)),
                                        Mode.LIVE,
                                        stuffing(2),
                                        note,
                                        SEEN,
                                        SEEN,
                                        DETECTION)
                                .state());

        assertThat(json.at("/finding_info/title").asString()).isEqualTo("Odd orders");
        assertThat(json.at("/finding_info/desc").asString()).isEqualTo("Forty in an hour");
        assertThat(json.at("/finding_info/src_url").asString())
                .isEqualTo("https://monitor.example/7");
    }

    @Test
    void ofManyAddressesTheFirstHundredAreNamed() {
        assertThat(json(raised(stuffing(200)).state()).get("observables")).hasSize(100);
    }

    private static JsonNode json(Alert alert) {
        var mapper =
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(
                                value ->
                                        value.withValueInclusion(
                                                com.fasterxml.jackson.annotation.JsonInclude.Include
                                                        .NON_NULL))
                        .build();
        JsonNode json = mapper.valueToTree(OcsfDetectionJson.of(alert, Map.of()));
        OcsfCheck.detection(json);
        return json;
    }
}

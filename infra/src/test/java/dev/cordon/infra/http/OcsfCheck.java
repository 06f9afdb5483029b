package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What OCSF 1.5 asks of the two classes that Cordon sends, written down from schema.ocsf.io/1.5.0:
 * the attributes that are required, the values that are allowed, and no attribute that is unknown.
 */
public final class OcsfCheck {

    private static final Set<Integer> SEVERITIES = Set.of(0, 1, 2, 3, 4, 5, 6, 99);
    private static final Set<Integer> VERDICTS = Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99);
    private static final Set<Integer> ACTIVITIES = Set.of(0, 1, 2, 3, 99);

    private static final Set<String> BASE =
            Set.of(
                    "activity_id",
                    "category_uid",
                    "class_uid",
                    "type_uid",
                    "severity_id",
                    "status_id",
                    "status_detail",
                    "verdict_id",
                    "comment",
                    "assignee",
                    "time",
                    "start_time",
                    "end_time",
                    "metadata",
                    "count",
                    "observables");

    private static final Set<String> FINDING =
            Set.of(
                    "uid",
                    "title",
                    "desc",
                    "created_time",
                    "first_seen_time",
                    "last_seen_time",
                    "src_url",
                    "analytic",
                    "related_analytics",
                    "attacks",
                    "data_sources",
                    "types");

    private OcsfCheck() {}

    public static void detection(JsonNode finding) {
        event(finding, 2004, Set.of(0, 1, 2, 3, 4, 5, 6, 99));
        known(finding, BASE, Set.of("is_alert", "finding_info", "resources", "evidences"));
        findingInfo(finding.get("finding_info"));
        finding.path("resources").forEach(each -> oneOf(each, "name", "uid"));
        finding.path("evidences").forEach(OcsfCheck::evidence);
    }

    private static void evidence(JsonNode evidence) {
        known(evidence, Set.of("src_endpoint"), Set.of());
        known(evidence.get("src_endpoint"), Set.of("ip", "location"), Set.of());
        known(evidence.at("/src_endpoint/location"), Set.of("country"), Set.of());
        assertThat(evidence.at("/src_endpoint/location/country").asString()).matches("[A-Z]{2}");
    }

    public static void incident(JsonNode finding) {
        event(finding, 2005, Set.of(0, 1, 2, 3, 4, 5, 99));
        assertThat(finding.has("status_id")).isTrue();
        known(
                finding,
                BASE,
                Set.of("desc", "assignee_group", "is_suspected_breach", "finding_info_list"));
        oneOf(finding, "assignee", "assignee_group");
        assertThat(finding.path("finding_info_list")).isNotEmpty();
        finding.get("finding_info_list").forEach(OcsfCheck::findingInfo);
    }

    private static void event(JsonNode event, int type, Set<Integer> statuses) {
        required(
                event,
                "activity_id",
                "category_uid",
                "class_uid",
                "metadata",
                "severity_id",
                "time",
                "type_uid");
        assertThat(event.get("class_uid").asInt()).isEqualTo(type);
        assertThat(event.get("category_uid").asInt()).isEqualTo(2);
        assertThat(event.get("type_uid").asInt())
                .isEqualTo(type * 100 + event.get("activity_id").asInt());
        allowed(
                event,
                Map.of(
                        "activity_id", ACTIVITIES,
                        "severity_id", SEVERITIES,
                        "status_id", statuses,
                        "verdict_id", VERDICTS));
        Stream.of("time", "start_time", "end_time").forEach(name -> moment(event, name));
        required(event.get("metadata"), "product", "version");
        assertThat(event.at("/metadata/version").asString()).isEqualTo("1.5.0");
        oneOf(event.at("/metadata/product"), "name", "uid");
        event.path("observables").forEach(each -> required(each, "type_id"));
        if (event.has("assignee")) {
            oneOf(event.get("assignee"), "name", "uid");
        }
    }

    private static void findingInfo(JsonNode info) {
        required(info, "uid", "title");
        known(info, FINDING, Set.of());
        Stream.of("created_time", "first_seen_time", "last_seen_time")
                .forEach(name -> moment(info, name));
        if (info.has("analytic")) {
            required(info.get("analytic"), "type_id");
        }
        info.path("attacks").forEach(each -> oneOf(each, "technique", "sub_technique"));
    }

    private static void required(JsonNode node, String... names) {
        assertThat(names).allMatch(name -> node.hasNonNull(name));
    }

    private static void oneOf(JsonNode node, String... names) {
        assertThat(names).anyMatch(name -> node.hasNonNull(name));
    }

    private static void known(JsonNode node, Set<String> some, Set<String> more) {
        assertThat(List.copyOf(node.propertyNames()))
                .allMatch(name -> some.contains(name) || more.contains(name));
    }

    private static void allowed(JsonNode node, Map<String, Set<Integer>> values) {
        values.forEach(
                (name, numbers) -> {
                    if (node.has(name)) {
                        assertThat(node.get(name).isInt()).isTrue();
                        assertThat(numbers).contains(node.get(name).asInt());
                    }
                });
    }

    /** Milliseconds: a time in seconds would lie in 1970. */
    private static void moment(JsonNode node, String name) {
        if (node.has(name)) {
            assertThat(node.get(name).asLong()).isGreaterThan(1_000_000_000_000L);
        }
    }
}

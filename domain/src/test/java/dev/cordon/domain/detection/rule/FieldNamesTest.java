package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.selected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldNamesTest {

    @ParameterizedTest
    @CsvSource({
        "cs-method, METHOD",
        "cs-uri, TARGET",
        "c-uri, TARGET",
        "cs-uri-stem, PATH",
        "c-uri-stem, PATH",
        "cs-uri-path, PATH",
        "cs-host, HOST",
        "r-dns, HOST",
        "cs-user-agent, USER_AGENT",
        "cs-User-Agent, USER_AGENT",
        "c-useragent, USER_AGENT",
        "cs_user_agent, USER_AGENT",
        "cs-referer, REFERER",
        "cs-referrer, REFERER",
        "cs-username, ACTOR",
        "x_forwarded_for, FORWARDED_FOR"
    })
    void namesOfTheTaxonomyMeanAField(String name, EventField field) {
        assertThat(((Text) selected(name + "|contains: a")).fields()).containsExactly(field);
    }

    @ParameterizedTest
    @EnumSource
    void namesOfOcsfMeanThemselves(EventField field) {
        assertThat(((Text) selected(field.ocsf() + "|contains: a")).fields())
                .containsExactly(field);
        assertThat(FieldNames.group(field.ocsf())).isEqualTo(new GroupField.Field(field));
    }

    @Test
    void theQueryOfPublicRulesIsTheQueryOrTheWholeTarget() {
        assertThat(((Text) selected("cs-uri-query|contains: a")).fields())
                .isEqualTo(Set.of(EventField.TARGET, EventField.QUERY));
    }

    @Test
    void whetherThereIsAQueryIsAskedOfTheQueryAlone() {
        assertThat(selected("cs-uri-query|exists: true")).isEqualTo(new Present(EventField.QUERY));
        assertThat(selected("c-uri-query: '*'")).isEqualTo(new Present(EventField.QUERY));
    }

    @Test
    void aKeywordIsFoundInAnyField() {
        var keyword = (Text) SigmaRules.conditionOf("keywords: ['a b']\ncondition: keywords");

        assertThat(keyword.fields()).containsExactlyInAnyOrder(EventField.values());
    }

    @ParameterizedTest
    @CsvSource({"c-ip", "src_ip", "src_endpoint.ip"})
    void eventsAreGroupedByTheirAddress(String name) {
        assertThat(FieldNames.group(name)).isEqualTo(new GroupField.SourceAddress());
    }

    @ParameterizedTest
    @CsvSource({"cs-uri-stem", "url.resolved_path"})
    void eventsAreGroupedByThePathAsTheServerResolvesIt(String name) {
        assertThat(FieldNames.group(name)).isEqualTo(new GroupField.ResolvedPath());
    }

    @Test
    void eventsAreGroupedByTheQueryWhereTheNameMeansTheTargetToo() {
        assertThat(FieldNames.group("cs-uri-query"))
                .isEqualTo(new GroupField.Field(EventField.QUERY));
    }

    @ParameterizedTest
    @CsvSource({"sc-status", "sc-bytes", "class_uid"})
    void eventsAreNotGroupedByNumbers(String name) {
        assertThatThrownBy(() -> FieldNames.group(name))
                .hasMessage("events cannot be grouped or counted by " + name);
    }
}

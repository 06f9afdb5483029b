package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.only;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.EventClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSourcesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{category: webserver}",
                "{category: webserver, product: apache}",
                "{category: webserver, product: iis}",
                "{category: webserver, product: wordpress}",
                "{category: webserver, service: access, definition: 'what is needed'}",
                "{product: nginx, service: access}"
            })
    void rulesForWebServersAreAboutRequests(String source) {
        assertThat(rule(source).source().classes()).containsExactly(EventClass.HTTP_ACTIVITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{service: apache}",
                "{service: nginx}",
                "{product: apache, service: error}",
                "{category: application, product: nginx}",
                "{product: woocommerce, service: error}"
            })
    void rulesForErrorLogsAreAboutErrors(String source) {
        assertThat(rule(source).source().classes()).containsExactly(EventClass.APPLICATION_ERROR);
    }

    @Test
    void aProductIsAllOfItsLogs() {
        assertThat(rule("{product: apache}").source().classes())
                .containsExactlyInAnyOrder(EventClass.HTTP_ACTIVITY, EventClass.APPLICATION_ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{product: wordpress}",
                "{product: woocommerce, service: events}",
                "{category: application, product: php}"
            })
    void rulesForTheStoreAreAboutAllButRequests(String source) {
        assertThat(rule(source).source().classes())
                .hasSize(EventClass.values().length - 1)
                .doesNotContain(EventClass.HTTP_ACTIVITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{category: proxy} → no log here is of the category proxy",
                "{category: process_creation, product: windows} → the category process_creation",
                "{product: windows, service: security} → no log here is of the product windows",
                "{category: webserver, product: safeline} → of the product safeline",
                "{service: sshd} → no log here is of the service sshd",
                "{category: webserver, service: audit} → no log of a web server here is called",
                "{product: wordpress, service: audit} → no log of the store is called audit",
                "{category: application} → names no category, product or service",
                "{definition: x} → names no category, product or service",
                "{} → names no category, product or service",
                "{category: [webserver]} → logsource needs a text: category",
                "webserver → logsource is no mapping"
            })
    void rulesForOtherLogsAreRefused(String source, String reason) {
        assertThat(refusal(yaml(source))).contains(reason);
    }

    @Test
    void aRuleWithoutLogSourceIsRefused() {
        assertThat(refusal("{title: A, detection: {a: {sc-status: 1}, condition: a}}"))
                .isEqualTo("the rule has no logsource");
    }

    private static EventRule rule(String source) {
        return (EventRule) only(yaml(source));
    }

    private static String yaml(String source) {
        return "title: A\nlogsource: "
                + source
                + "\ndetection: {a: {message|contains: x}, condition: a}";
    }
}

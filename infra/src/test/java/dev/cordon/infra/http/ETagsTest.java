package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.domain.kernel.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void aTagComesBackAsTheVersionThatWasSent() {
        assertThat(ETags.seen(ETags.of(new Version(7)))).isEqualTo(new Version(7));
    }

    @Test
    void anEditWithoutAVersionIsRefused() {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> ETags.seen(null))
                .satisfies(
                        problem ->
                                assertThat(problem.type()).isEqualTo(ProblemType.VERSION_NEEDED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "7",
                "W/\"7\"",
                "\"7\", \"8\"",
                "\"-1\"",
                "",
                "\"9999999999999999999\""
            })
    void whatIsNoTagOfOursIsNotGuessed(String tag) {
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> ETags.seen(tag))
                .satisfies(
                        problem ->
                                assertThat(problem.type()).isEqualTo(ProblemType.NOT_UNDERSTOOD));
    }
}

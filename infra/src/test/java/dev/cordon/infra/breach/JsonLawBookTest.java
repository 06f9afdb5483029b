package dev.cordon.infra.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.breach.DutyRule;
import dev.cordon.domain.breach.DutyRule.Anchor;
import dev.cordon.domain.breach.DutyRule.Audience;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLawBookTest {

    @Test
    void theAuthorityIsToldWithinSeventyTwoElapsedHoursOfAwareness() {
        var article33 = rule("EU_GDPR/art33_1");

        assertThat(article33.audience()).isEqualTo(Audience.AUTHORITY);
        assertThat(article33.regime()).isEqualTo("EU GDPR");
        assertThat(article33.clock()).isEqualTo(new DutyRule.Clock(72, Anchor.AWARE));
    }

    @Test
    void withoutUndueDelayHasNoNumber() {
        assertThat(rule("EU_GDPR/art34_1").clock()).isNull();
    }

    @Test
    void dutiesThatAwarenessDoesNotStartAreLeftOut() {
        assertThat(new JsonLawBook().duties())
                .extracting(DutyRule::id)
                .containsExactly("EU_GDPR/art33_1", "EU_GDPR/art34_1", "EU_GDPR/art33_5");
    }

    @Test
    void aLawFileThatIsNotUnderstoodWholeIsRefused() {
        var file =
                """
                {"regimes": [{"id": "X", "name": "X", "as_of": "2026-01-01", "legal_ref": "",
                  "duties": [{"id": "d", "audience": "authority", "clock":
                    {"value": 3, "unit": "LUNAR_DAYS", "text": "", "anchor": "AWARE"}}]}]}
                """;

        assertThatThrownBy(
                        () ->
                                JsonLawBook.read(
                                        new ByteArrayInputStream(
                                                file.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("LUNAR_DAYS");
    }

    private static DutyRule rule(String id) {
        return new JsonLawBook()
                .duties().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}

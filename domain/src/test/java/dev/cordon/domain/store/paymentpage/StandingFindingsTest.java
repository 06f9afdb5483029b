package dev.cordon.domain.store.paymentpage;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingFindingsTest {

    private static final Instant LATER = NOON.plusSeconds(900);
    private static final PageFinding SKIMMER = found("https://evil.example/b.js", "b");
    private static final PageFinding OTHER = found("https://other.example/c.js", "c");

    private static PageFinding found(String name, String content) {
        return new PageFinding.New(
                new PageElement(
                        PageElement.Kind.SCRIPT,
                        name,
                        Sha256.of(content.getBytes(StandardCharsets.UTF_8)),
                        null));
    }

    @Test
    void aFindingStandsSinceItWasSeenFirst() {
        var standing = StandingFindings.NONE.after(List.of(SKIMMER), NOON);

        assertThat(standing.after(List.of(SKIMMER, OTHER), LATER).since())
                .containsEntry(SKIMMER.identity(), NOON)
                .containsEntry(OTHER.identity(), LATER);
    }

    @Test
    void aCleanVisitEndsAllOfThem() {
        var standing = StandingFindings.NONE.after(List.of(SKIMMER), NOON);

        assertThat(standing.after(List.of(), LATER)).isEqualTo(StandingFindings.NONE);
    }

    @Test
    void oneThatCameBackStandsSinceItCameBack() {
        var back =
                StandingFindings.NONE
                        .after(List.of(SKIMMER, OTHER), NOON)
                        .after(List.of(OTHER), NOON.plusSeconds(450))
                        .after(List.of(SKIMMER, OTHER), LATER);

        assertThat(back.since())
                .containsEntry(SKIMMER.identity(), LATER)
                .containsEntry(OTHER.identity(), NOON);
    }

    @Test
    void anotherContentIsAnotherFinding() {
        assertThat(found("https://evil.example/b.js", "other").identity())
                .isNotEqualTo(SKIMMER.identity());
    }
}

package dev.cordon.domain.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever a rule file holds: nothing is thrown, nothing hangs, every document has its answer. */
class HostileRulesTest {

    @Property(tries = 1_500)
    void changedRulesAreLoadedOrRefused(@ForAll @Size(max = 2_000) byte[] changes) {
        RuleMutations.everyDocumentHasItsAnswer(changes);
    }

    @Test
    void aShortDocumentThatStandsForAnEndlessOneIsRefused() {
        List<?> laughs = List.of("ha");
        for (int i = 0; i < 15; i++) {
            laughs = Collections.nCopies(10, laughs);
        }

        assertThat(refusal(Map.of("title", "A", "detection", laughs))).contains("too large");
    }

    @Test
    void aLongTextThatStandsThereOftenIsRefused() {
        var text = "x".repeat(100_000);

        assertThat(refusal(Map.of("title", "A", "detection", Collections.nCopies(100, text))))
                .contains("too large");
    }

    @Test
    void aDeepDocumentIsRefused() {
        Object deep = "x";
        for (int i = 0; i < 5_000; i++) {
            deep = List.of(deep);
        }

        assertThat(refusal(Map.of("title", "A", "detection", deep))).contains("deeply nested");
    }

    @Test
    void aConditionThatRepeatsALargeSearchIsRefused() {
        var many = Collections.nCopies(10_000, "x");

        var reason =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofMinutes(2),
                        () ->
                                refusal(
                                        Map.of(
                                                "title",
                                                "A",
                                                "logsource",
                                                Map.of("category", "webserver"),
                                                "detection",
                                                Map.of(
                                                        "a",
                                                        Map.of("|all", many),
                                                        "condition",
                                                        "a and ".repeat(200) + "a"))));

        assertThat(reason).contains("asks for more than");
    }

    @Test
    void aValueThatIsNotPlainIsRefused() {
        assertThat(refusal(Map.of("title", "A", "detection", new Object())))
                .isEqualTo("a value is neither text nor number");
    }

    @Test
    void aTitleThatSpeaksToATerminalIsRefused() {
        var reason =
                refusal(
                        Map.of(
                                "title",
                                "All is well\u001b[2J",
                                "logsource",
                                Map.of("category", "webserver"),
                                "detection",
                                Map.of("a", Map.of("cs-method", "GET"), "condition", "a")));

        assertThat(reason).isEqualTo("a title is one line of text");
    }

    private static String refusal(Object document) {
        var file = new RuleFile("file", List.of(document));
        return SigmaLoader.load(List.of(file), Map.of()).refused().getFirst().reason();
    }
}

package dev.cordon.domain.detection.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaymentFactTest {

    @Test
    void whoNamesNoneIsToldOfAllThatThereAre() {
        var words = Arrays.stream(PaymentFact.values()).map(PaymentFact::word).toList();

        assertThat(words).allSatisfy(word -> assertThat(PaymentFact.named(word)).isNotNull());
        assertThatThrownBy(() -> PaymentFact.named("paid"))
                .hasMessageContainingAll(words.toArray(String[]::new));
    }
}

package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import dev.cordon.domain.evidence.EvidenceFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurposeDialogTest {

    static Stream<PurposeDialog> dialogs() {
        var item = EvidenceFixtures.anItem();
        return Stream.of(
                new LookDialog(item, null),
                new ViewDialog(item, null),
                new StepDialog("step", "Seal", "It is sealed.", "Seal", null),
                new PreserveDialog(null, "LINES", "An alert", false, (_, _, _) -> {}, null));
    }

    @ParameterizedTest
    @MethodSource("dialogs")
    void aPurposeIsNoLongerThanALinkTakesIt(PurposeDialog dialog) {
        assertThat(all(dialog).filter(TextArea.class::isInstance).map(TextArea.class::cast))
                .singleElement()
                .satisfies(purpose -> assertThat(purpose.getMaxLength()).isEqualTo(500));
    }

    private static Stream<Component> all(Component parent) {
        return parent.getChildren().flatMap(child -> Stream.concat(Stream.of(child), all(child)));
    }
}

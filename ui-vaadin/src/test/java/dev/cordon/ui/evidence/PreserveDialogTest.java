package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PreserveDialogTest {

    @Test
    void whoMayLeaveCardNumbersInIsAskedWhyAndNobodyElse() {
        assertThat(ids(dialog(true))).contains("preserve-because");
        assertThat(ids(dialog(false))).doesNotContain("preserve-because");
    }

    private static PreserveDialog dialog(boolean mayLeaveCards) {
        return new PreserveDialog(null, "MAIL", "A mail", mayLeaveCards, (_, _) -> {});
    }

    private static Stream<String> ids(Component parent) {
        return parent.getChildren()
                .flatMap(child -> Stream.concat(child.getId().stream(), ids(child)));
    }
}

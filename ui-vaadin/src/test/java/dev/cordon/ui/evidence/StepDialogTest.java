package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import dev.cordon.ui.evidence.StepDialog.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepDialogTest {

    /** Held here: what is current is held weakly. */
    private final UI console = new UI();

    private final WorkByHand work = new WorkByHand();
    private final List<String> taken = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void aConsole() {
        UI.setCurrent(console);
    }

    @AfterEach
    void noConsole() {
        UI.setCurrent(null);
    }

    @Test
    void aStepIsUnderWayUntilItEndsAndTheDialogStaysClosable() {
        var dialog = dialog((why, _) -> taken.add(why));

        confirm(dialog);

        assertThat(taken).isEmpty();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.isCloseOnEsc()).isTrue();
        assertThat(bar(dialog).isVisible()).isTrue();
        assertThat(button(dialog, "step-confirm").isEnabled()).isFalse();
        assertThat(button(dialog, "step-cancel").isEnabled()).isTrue();

        work.finish();

        assertThat(taken).containsExactly("why");
        assertThat(done).containsExactly("done");
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void whatWasRefusedComesBackWithAllThatWasTyped() {
        var dialog =
                dialog(
                        (_, _) -> {
                            throw new IOException("disk on fire");
                        });
        confirm(dialog);
        dialog.close();

        work.finish();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(reason(dialog).getValue()).isEqualTo("why");
        assertThat(bar(dialog).isVisible()).isFalse();
        assertThat(button(dialog, "step-confirm").isEnabled()).isTrue();
        assertThat(one(dialog, Paragraph.class, "step-outcome").getText())
                .startsWith("It was not done, and nothing was recorded.");
        assertThat(done).isEmpty();
    }

    @Test
    void howFarItIsStandsInTheDialogWhileItLasts() {
        var seen = new ArrayList<String>();
        var dialog = new StepDialog("step", "Seal", "It is sealed.", "Seal", work);
        Step step =
                (_, progress) -> {
                    progress.reached(1_000_000_000L, 4_000_000_000L);
                    seen.add(bar(dialog).getElement().getAttribute("aria-valuetext"));
                    seen.add(Double.toString(bar(dialog).getValue()));
                    seen.add(Boolean.toString(bar(dialog).isIndeterminate()));
                };
        dialog.take(() -> true, () -> step, () -> done.add("done")).open();
        reason(dialog).setValue("why");
        confirm(dialog);

        work.finish();

        assertThat(seen).containsExactly("25 % – 1.0 GB of 4.0 GB", "0.25", "false");
        assertThat(bar(dialog).isVisible()).isFalse();
    }

    @Test
    void whatIsNotFilledInIsNotBegun() {
        var dialog = new StepDialog("step", "Seal", "It is sealed.", "Seal", work);
        dialog.take(() -> false, () -> (why, _) -> taken.add(why), () -> done.add("done")).open();
        reason(dialog).setValue("why");

        confirm(dialog);

        assertThat(work.isAsked()).isFalse();
        assertThat(dialog.isOpened()).isTrue();
    }

    private StepDialog dialog(Step step) {
        var dialog = new StepDialog("step", "Seal", "It is sealed.", "Seal", work);
        dialog.take(() -> true, () -> step, () -> done.add("done")).open();
        reason(dialog).setValue("why");
        return dialog;
    }

    private static void confirm(StepDialog dialog) {
        var confirm = button(dialog, "step-confirm");
        ComponentUtil.fireEvent(confirm, new ClickEvent<>(confirm));
    }

    private static Button button(StepDialog dialog, String id) {
        return inFooter(dialog)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Header and footer are no children of a dialog, but lie beside them. */
    private static Stream<Component> inFooter(StepDialog dialog) {
        var beside = new ArrayList<Component>();
        dialog.getElement()
                .getNode()
                .getFeature(VirtualChildrenList.class)
                .forEachChild(
                        node ->
                                Element.get(node)
                                        .getChildren()
                                        .map(Element::getComponent)
                                        .flatMap(Optional::stream)
                                        .forEach(beside::add));
        return beside.stream();
    }

    private static TextArea reason(StepDialog dialog) {
        return one(dialog, TextArea.class, "step-reason");
    }

    private static ProgressBar bar(StepDialog dialog) {
        return all(dialog)
                .filter(ProgressBar.class::isInstance)
                .map(ProgressBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Component> T one(StepDialog dialog, Class<T> type, String id) {
        return all(dialog)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(found -> found.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Component parent) {
        return parent.getChildren().flatMap(child -> Stream.concat(Stream.of(child), all(child)));
    }
}

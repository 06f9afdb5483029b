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
import dev.cordon.application.kernel.Progress;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.ui.evidence.PreserveDialog.Preserving;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreserveDialogTest {

    /** Held here: what is current is held weakly. */
    private final UI console = new UI();

    private final WorkByHand work = new WorkByHand();
    private final List<String> preserved = new ArrayList<>();

    @BeforeEach
    void aConsole() {
        UI.setCurrent(console);
    }

    @AfterEach
    void noConsole() {
        UI.setCurrent(null);
    }

    @Test
    void whoMayLeaveCardNumbersInIsAskedWhyAndNobodyElse() {
        assertThat(ids(dialog(true, this::preserve))).contains("preserve-because");
        assertThat(ids(dialog(false, this::preserve))).doesNotContain("preserve-because");
    }

    @Test
    void nothingIsHashedBeforeTheClickIsAnswered() {
        var dialog = confirmed(this::preserve);

        assertThat(preserved).isEmpty();
        assertThat(only(dialog, ProgressBar.class).isVisible()).isTrue();
        assertThat(confirm(dialog).isEnabled()).isFalse();
    }

    @Test
    void howFarTheSearchIsIsShownWhileItLasts() {
        var shown = new ArrayList<Double>();
        var bars = new ArrayList<ProgressBar>();
        var dialog =
                confirmed(
                        (_, _, progress) -> {
                            assertThat(bars.getFirst().isIndeterminate()).isTrue();
                            progress.reached(1_000, 4_000);
                            shown.add(bars.getFirst().getValue());
                            throw new IOException("disk on fire");
                        });
        bars.add(only(dialog, ProgressBar.class));

        work.finish();

        assertThat(shown).containsExactly(0.25);
    }

    @Test
    void whatCouldNotBePreservedComesBackWithTheReason() {
        var dialog =
                confirmed(
                        (_, _, _) -> {
                            throw new IOException("disk on fire");
                        });
        dialog.close();

        work.finish();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(only(dialog, ProgressBar.class).isVisible()).isFalse();
        assertThat(confirm(dialog).isEnabled()).isTrue();
        assertThat(only(dialog, TextArea.class).getValue()).isEqualTo("why");
        assertThat(outcome(dialog)).startsWith("It was not preserved.");
    }

    @Test
    void whatIsKeptNoLongerIsSaidToBeGone() {
        var dialog =
                confirmed(
                        (_, _, _) -> {
                            throw new NotFound("its lines");
                        });

        work.finish();

        assertThat(outcome(dialog)).startsWith("It is no longer kept.");
    }

    private void preserve(String purpose, String because, Progress progress) {
        preserved.add(purpose);
    }

    private PreserveDialog confirmed(Preserving preserving) {
        var dialog = dialog(false, preserving);
        dialog.open();
        only(dialog, TextArea.class).setValue("why");
        var confirm = confirm(dialog);
        ComponentUtil.fireEvent(confirm, new ClickEvent<>(confirm));
        return dialog;
    }

    private PreserveDialog dialog(boolean mayLeaveCards, Preserving preserving) {
        return new PreserveDialog(null, "MAIL", "A mail", mayLeaveCards, preserving, work);
    }

    /** Header and footer are no children of a dialog, but lie beside them. */
    private static Button confirm(PreserveDialog dialog) {
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
        return beside.stream()
                .filter(one -> one.getId().filter("preserve-confirm"::equals).isPresent())
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String outcome(PreserveDialog dialog) {
        return all(dialog)
                .filter(one -> one.getId().filter("preserve-outcome"::equals).isPresent())
                .map(one -> ((Paragraph) one).getText())
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Component> T only(PreserveDialog dialog, Class<T> type) {
        return all(dialog).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<String> ids(Component parent) {
        return all(parent).flatMap(child -> child.getId().stream());
    }

    private static Stream<Component> all(Component parent) {
        return parent.getChildren().flatMap(child -> Stream.concat(Stream.of(child), all(child)));
    }
}

package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.cordon.application.evidence.Verification;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.ui.kernel.LongWork.Work;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerdictDialogTest {

    /** Held here: what is current is held weakly. */
    private final UI console = new UI();

    private final WorkByHand work = new WorkByHand();

    @BeforeEach
    void aConsole() {
        UI.setCurrent(console);
    }

    @AfterEach
    void noConsole() {
        UI.setCurrent(null);
    }

    @Test
    void theDialogIsThereBeforeTheVerdict() {
        var dialog = dialog(_ -> new Verification(new Verdict.Intact(3), new Standing.Waiting(3)));

        assertThat(isUnderWay(dialog)).isTrue();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(verdicts(dialog)).isEmpty();

        work.finish();

        assertThat(isUnderWay(dialog)).isFalse();
        assertThat(verdicts(dialog)).singleElement().asString().startsWith("Intact.");
        assertThat(all(dialog).filter(VerdictPicture.class::isInstance)).hasSize(1);
    }

    @Test
    void whatCannotBeCheckedIsSaidWhereItIsWaitedFor() {
        var dialog =
                dialog(
                        _ -> {
                            throw new IOException("disk on fire");
                        });

        work.finish();

        assertThat(isUnderWay(dialog)).isFalse();
        assertThat(verdicts(dialog))
                .singleElement()
                .asString()
                .startsWith("It could not be checked, and nothing was changed.");
    }

    @Test
    void nothingIsUnderWayAfterItWasStopped() {
        var dialog =
                dialog(
                        _ -> {
                            throw new IllegalStateException("gone meanwhile");
                        });

        work.finish();

        assertThat(isUnderWay(dialog)).isFalse();
        assertThat(verdicts(dialog)).isEmpty();
    }

    private VerdictDialog dialog(Work<Verification> check) {
        var dialog = new VerdictDialog(EvidenceFixtures.anItem(), check, work);
        dialog.open();
        return dialog;
    }

    private static boolean isUnderWay(VerdictDialog dialog) {
        return all(dialog).filter(ProgressBar.class::isInstance).allMatch(Component::isVisible);
    }

    private static List<String> verdicts(VerdictDialog dialog) {
        return all(dialog)
                .filter(found -> found.getId().filter("verdict-text"::equals).isPresent())
                .map(found -> ((Paragraph) found).getText())
                .toList();
    }

    private static Stream<Component> all(Component parent) {
        return parent.getChildren().flatMap(child -> Stream.concat(Stream.of(child), all(child)));
    }
}

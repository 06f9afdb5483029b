package dev.cordon.ui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusyTest {

    /** Held here: what is current is held weakly. */
    private final UI console = new UI();

    @BeforeEach
    void aConsole() {
        UI.setCurrent(console);
    }

    @AfterEach
    void noConsole() {
        UI.setCurrent(null);
    }

    @Test
    void untilItIsKnownHowFarNothingIsMadeUp() {
        var busy = new Busy("busy");

        busy.begin("It is being done.");

        assertThat(bar(busy).isIndeterminate()).isTrue();
        assertThat(texts(busy)).containsExactly("It is being done.", "", "");
    }

    @Test
    void theEyeIsToldEachTimeAndTheEarAtEachQuarter() {
        var busy = new Busy("busy");
        busy.begin("It is being done.");

        busy.reached(300, 1_000);
        busy.reached(490, 1_000);

        assertThat(bar(busy).isIndeterminate()).isFalse();
        assertThat(bar(busy).getValue()).isEqualTo(0.49);
        assertThat(texts(busy))
                .containsExactly(
                        "It is being done.", "49 % – 490 B of 1.0 kB", "30 percent are done.");
    }

    @Test
    void whatComesAfterTheEndShowsNothing() {
        var busy = new Busy("busy");
        busy.begin("It is being done.");
        busy.reached(300, 1_000);
        busy.end();

        busy.reached(400, 1_000);

        assertThat(bar(busy).isVisible()).isFalse();
        assertThat(texts(busy)).containsExactly("", "", "");
    }

    @Test
    void anotherBeginningBeginsAnew() {
        var busy = new Busy("busy");
        busy.begin("The one.");
        busy.reached(900, 1_000);
        busy.end();

        busy.begin("The other.");

        assertThat(bar(busy).isIndeterminate()).isTrue();
        assertThat(texts(busy)).containsExactly("The other.", "", "");
    }

    private static ProgressBar bar(Busy busy) {
        return busy.getChildren()
                .filter(ProgressBar.class::isInstance)
                .map(ProgressBar.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Busy busy) {
        return busy.getChildren()
                .filter(Span.class::isInstance)
                .map(Span.class::cast)
                .map(Span::getText)
                .toList();
    }
}

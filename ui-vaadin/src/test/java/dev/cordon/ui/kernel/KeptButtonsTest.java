package dev.cordon.ui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptButtonsTest {

    /** A line of a list, as it stands in a row. */
    private record Line(int id, String state) {}

    private final KeptButtons<Line> kept = new KeptButtons<>();
    private final List<Line> pressed = new ArrayList<>();
    private final Div list = new Div();

    @Test
    void aPressThatBeganBeforeTheListWasDrawnAnewIsNotLost() {
        draw(new Line(1, "open"));
        var underThePointer = button();

        draw(new Line(1, "open"));

        assertThat(underThePointer.getParent()).contains(list);
        underThePointer.click();
        assertThat(pressed).containsExactly(new Line(1, "open"));
    }

    @Test
    void aLineThatSaysSomethingElseGetsAButtonThatKnowsIt() {
        draw(new Line(1, "open"));
        var before = button();

        draw(new Line(1, "ended"));

        assertThat(button()).isNotSameAs(before);
        button().click();
        assertThat(pressed).containsExactly(new Line(1, "ended"));
    }

    @Test
    void ofManyLinesThoseThatWereDrawnLastKeepTheirs() {
        draw(new Line(0, "open"));
        var first = button();
        for (int i = 1; i <= 499; i++) {
            draw(new Line(i, "open"));
        }

        draw(new Line(0, "open"));
        assertThat(button()).isSameAs(first);
        for (int i = 500; i <= 1000; i++) {
            draw(new Line(i, "open"));
        }
        draw(new Line(0, "open"));
        assertThat(button()).isNotSameAs(first);
    }

    private void draw(Line line) {
        list.removeAll();
        list.add(kept.of(line, () -> new Button("End", _ -> pressed.add(line))));
    }

    private Button button() {
        return (Button) list.getComponentAt(0);
    }
}

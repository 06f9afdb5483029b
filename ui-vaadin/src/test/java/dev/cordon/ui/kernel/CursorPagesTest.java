package dev.cordon.ui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorPagesTest {

    private static final int ALL = 120;

    private final List<Page.Request> asked = new ArrayList<>();
    private final CursorPages<Integer> pages = new CursorPages<>(this::read);

    @Test
    void anyStretchIsFoundWhereItBelongs() {
        var found = pages.fetch(45, 10);

        assertThat(found).containsExactlyElementsOf(IntStream.range(45, 55).boxed().toList());
    }

    @Test
    void stretchBeyondTheEndIsShorter() {
        var found = pages.fetch(115, 50);

        assertThat(found).containsExactly(115, 116, 117, 118, 119);
    }

    @Test
    void nothingIsBeyondTheEnd() {
        assertThat(pages.fetch(500, 50)).isEmpty();
    }

    @Test
    void pageReadBeforeIsNotReadAgain() {
        pages.fetch(0, 50);
        pages.fetch(10, 20);

        assertThat(asked).hasSize(1);
    }

    @Test
    void emptyListHasNothing() {
        var none = new CursorPages<Integer>(_ -> new Page<>(List.of(), null));

        assertThat(none.fetch(0, 50)).isEmpty();
    }

    private Page<Integer> read(Page.Request request) {
        asked.add(request);
        var from = request.after() == null ? 0 : Integer.parseInt(request.after());
        var to = Math.min(from + request.size(), ALL);
        return new Page<>(
                IntStream.range(from, to).boxed().toList(), to < ALL ? String.valueOf(to) : null);
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** A grid's one column of small cards, which a phone shows in place of all others. */
public final class PhoneColumn<T> {

    private static final int NARROW = 760;

    private final Grid<T> grid;
    private final Grid.Column<T> cards;
    private @Nullable Registration resizing;

    private PhoneColumn(Grid<T> grid, Grid.Column<T> cards) {
        this.grid = grid;
        this.cards = cards;
    }

    /** Makes that column the one; the others are those that the grid has when it is shown. */
    public static <T> void of(Grid<T> grid, Grid.Column<T> cards) {
        var column = new PhoneColumn<>(grid, cards);
        cards.setFlexGrow(1);
        column.fit(NARROW);
        grid.addAttachListener(attached -> column.watch(attached.getUI()));
        grid.addDetachListener(_ -> column.unwatch());
    }

    private void watch(UI ui) {
        var page = ui.getPage();
        resizing = page.addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        var details = page.getExtendedClientDetails();
        if (details != null && details.getWindowInnerWidth() > 0) {
            fit(details.getWindowInnerWidth());
        }
    }

    private void unwatch() {
        if (resizing != null) {
            resizing.remove();
        }
    }

    private void fit(int width) {
        var narrow = width < NARROW;
        grid.getColumns().forEach(column -> column.setVisible(narrow == column.equals(cards)));
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/** A grid's one column of small cards, which is shown in place of all others where it is narrow. */
public final class PhoneColumn<T> {

    private static final int NARROW = 760;

    /** Where another thing stands beside the grid, in pixels of the window too. */
    private static final int NARROW_BESIDE = 1_400;

    private final Grid<T> grid;
    private final Grid.Column<T> cards;
    private @Nullable Registration resizing;
    private int width = NARROW;
    private boolean shares;

    private PhoneColumn(Grid<T> grid, Grid.Column<T> cards) {
        this.grid = grid;
        this.cards = cards;
    }

    /** Makes that column the one; the others are those that the grid has when it is shown. */
    public static <T> PhoneColumn<T> of(Grid<T> grid, Grid.Column<T> cards) {
        var column = new PhoneColumn<>(grid, cards);
        cards.setFlexGrow(1);
        column.fit(NARROW);
        grid.addAttachListener(attached -> column.watch(attached.getUI()));
        grid.addDetachListener(_ -> column.unwatch());
        return column;
    }

    /** Whether something else stands beside the grid. */
    public void share(boolean now) {
        shares = now;
        fit(width);
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

    private void fit(int now) {
        width = now;
        var narrow = width < (shares ? NARROW_BESIDE : NARROW);
        grid.getColumns().forEach(column -> column.setVisible(narrow == column.equals(cards)));
    }
}

package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.cordon.application.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of any length, read as it is scrolled: columns where there is room, one column of small
 * cards on a phone.
 */
public class LazyGrid<T> extends Grid<T> {

    private static final int LOOKED_THROUGH = 200;

    private final Function<Page.Request, Page<T>> source;
    private final Shown<List<T>> top = new Shown<>();
    private CursorPages<T> pages;
    private @Nullable PhoneColumn<T> compact;

    /**
     * @param source reads a stretch of the list as it is filtered now
     */
    public LazyGrid(Function<Page.Request, Page<T>> source) {
        this.source = source;
        this.pages = new CursorPages<>(source);
        setPageSize(CursorPages.SIZE);
        addThemeName("wrap-cell-content");
        setSelectionMode(SelectionMode.NONE);
        setItems(query -> pages.fetch(query.getOffset(), query.getLimit()).stream());
    }

    /** A column of words. */
    public Column<T> text(String header, Function<T, String> value) {
        return addColumn(value::apply).setHeader(header).setAutoWidth(true);
    }

    /** A column of anything. */
    public Column<T> cell(String header, Function<T, Component> cell) {
        return addColumn(new ComponentRenderer<>(cell::apply)).setHeader(header).setAutoWidth(true);
    }

    /** What a phone shows instead of the columns. */
    public void compact(String header, Function<T, Component> card) {
        compact = PhoneColumn.of(this, cell(header, card));
    }

    /** Something else stands beside the list, or nothing does. */
    public void share(boolean now) {
        if (compact != null) {
            compact.share(now);
        }
    }

    /** The item at that place of the list, if it is that long. */
    public Optional<T> at(int place) {
        return pages.fetch(place, 1).stream().findFirst();
    }

    /** Where the first such item is, among the first few hundred. */
    public OptionalInt placeOf(Predicate<T> wanted) {
        var looked = pages.fetch(0, LOOKED_THROUGH);
        return IntStream.range(0, looked.size())
                .filter(place -> wanted.test(looked.get(place)))
                .findFirst();
    }

    /** Reads again from the top, after the filter changed. */
    public void reload() {
        pages = new CursorPages<>(source);
        top.isNew(pages.fetch(0, CursorPages.SIZE));
        getDataProvider().refreshAll();
    }

    /** Reads again only if the top of the list is no longer what it was. */
    public void refresh() {
        var now = new CursorPages<>(source);
        if (top.isNew(now.fetch(0, CursorPages.SIZE))) {
            pages = now;
            getDataProvider().refreshAll();
        }
    }
}

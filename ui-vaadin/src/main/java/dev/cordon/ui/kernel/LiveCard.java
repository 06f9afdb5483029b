package dev.cordon.ui.kernel;

/** A card that reads by itself and paints only what is new. */
public abstract class LiveCard<T> extends Card {

    private final Shown<T> shown = new Shown<>();

    protected LiveCard(String title) {
        super(title);
    }

    protected abstract T read();

    protected abstract void paint(T found);

    public final void refresh() {
        var found = read();
        if (shown.isNew(found)) {
            paint(found);
        }
    }
}

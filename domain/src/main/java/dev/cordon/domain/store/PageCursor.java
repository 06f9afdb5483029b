package dev.cordon.domain.store;

/** Where to go on reading a long list. */
public record PageCursor(int page) {

    public static final PageCursor START = new PageCursor(1);

    public PageCursor {
        if (page < 1) {
            throw new IllegalArgumentException("pages are counted from 1");
        }
    }

    public PageCursor next() {
        return new PageCursor(page + 1);
    }
}

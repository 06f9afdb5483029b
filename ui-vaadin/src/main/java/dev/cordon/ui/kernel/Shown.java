package dev.cordon.ui.kernel;

import org.jspecify.annotations.Nullable;

/** What is on the screen, so that a page that finds nothing new leaves it alone. */
public final class Shown<T> {

    private @Nullable T shown;

    /** Whether it differs from what was shown last; from now on it is what is shown. */
    public boolean isNew(T found) {
        if (found.equals(shown)) {
            return false;
        }
        shown = found;
        return true;
    }
}

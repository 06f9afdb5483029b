package dev.cordon.ui.kernel;

import java.util.List;

/** A page that shows the newest state while it is open. */
public interface LivePage {

    /**
     * Reads again and shows what changed; keeps what the viewer typed. Called often: a page that
     * has nothing new changes nothing on the screen.
     */
    void refresh();

    /** The viewer was told that somebody was faster, and wants to go on from the newest state. */
    default void reload() {
        refresh();
    }

    /**
     * The latest changes in words, newest first, for somebody whose change was refused as stale.
     */
    default List<String> latestChanges() {
        return List.of();
    }
}

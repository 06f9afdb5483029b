package dev.cordon.ui.kernel;

import java.util.List;

/** What a feature contributes to the command palette. */
public interface PaletteSource {

    /** Where the viewer may go, for what they typed so far; few, best first. */
    List<Target> targets(String typed);

    /**
     * @param address within the console, without a leading slash
     */
    record Target(String name, String what, String address) {}
}

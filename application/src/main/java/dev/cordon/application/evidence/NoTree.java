package dev.cordon.application.evidence;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** It was handed in as a tree of files, and no manifest of it can be made. Nothing was kept. */
public class NoTree extends IOException {

    NoTree(@Nullable String why) {
        super(
                "No manifest of this tree can be made: "
                        + (why == null ? "it is neither a ZIP nor a tar" : why)
                        + ". Nothing was kept. Hand it in as a FILE instead, or pack it anew.");
    }
}

package dev.cordon.infra.vault;

import dev.cordon.application.evidence.LedgerMirror;
import java.nio.file.Path;

/** The mirror that the program has when the settings name that folder. */
public final class MirrorFolder {

    private MirrorFolder() {}

    /** As without a setting. */
    public static LedgerMirror none() {
        return new FolderLedgerMirror(null);
    }

    public static LedgerMirror at(Path folder) {
        return new FolderLedgerMirror(folder);
    }
}

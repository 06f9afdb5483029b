package dev.cordon.infra.crypto;

import dev.cordon.application.kernel.Damaged;
import org.jspecify.annotations.Nullable;

/** What lies in an encrypted file is not what was put there. */
public final class SealBroken extends Damaged {

    SealBroken(String what, @Nullable Throwable cause) {
        super(
                what
                        + ": it was changed, moved or encrypted with another key. Nothing of it was"
                        + " used. Put the file back from your backup.",
                cause);
    }
}

package dev.cordon.application.kernel;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What lies in a file is not what was put there; to try again does not help. */
public class Damaged extends IOException {

    public Damaged(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

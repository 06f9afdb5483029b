package dev.cordon.infra.intake.file;

import java.io.IOException;

/** A file of a log cannot be read, or is not what it was a moment ago. */
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1;

    Unreadable(LogFile file, IOException cause) {
        super("%s cannot be read: %s".formatted(file.path(), cause), cause);
    }
}

package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** Where a log lies, beside the parts of it that were put aside. */
interface LogFolder {

    /**
     * The log, if it is there, and what was put aside of it.
     *
     * @param known paths that were seen before, and are listed too if they are still there
     */
    List<LogFile> list(Collection<String> known) throws IOException;

    /**
     * Opens the file to be read.
     *
     * @throws IOException also if another file has that path by now, where this can be seen
     */
    LogBytes open(LogFile file) throws IOException;
}

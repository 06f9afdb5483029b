package dev.cordon.infra.intake.file;

import java.io.IOException;

/** An open file; it stays the same one when it is renamed. */
interface LogBytes extends AutoCloseable {

    /**
     * Reads from that place on, until there is as much or the file ends.
     *
     * @return how much it was; 0 at the end
     */
    int read(long place, byte[] into, int offset, int length) throws IOException;

    @Override
    void close() throws IOException;
}

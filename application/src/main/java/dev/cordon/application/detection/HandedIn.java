package dev.cordon.application.detection;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What it takes to read a log file while somebody hands it in. */
public interface HandedIn {

    /**
     * Its plain lines. A packed file (gzip, RFC 1952; zstd, RFC 8878) is known by its first bytes
     * and unpacked while it is read, so that its size does not matter.
     *
     * @throws IOException if it begins like a packed file and is none
     */
    InputStream plain(InputStream file) throws IOException;

    /** Lets so much time pass. */
    void pause(Duration time) throws InterruptedException;
}

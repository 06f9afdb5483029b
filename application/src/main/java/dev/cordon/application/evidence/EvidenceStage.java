package dev.cordon.application.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where content waits, encrypted, that has to be read more than once before anybody knows what it
 * is. What a program that ended left there nobody can open, and it is swept.
 */
public interface EvidenceStage {

    /** Content that waits. Closing it removes it. */
    interface Staged extends Closeable {

        /** In bytes. */
        long size();

        /** From its beginning, as often as it is asked for; to be closed by the caller. */
        InputStream open() throws IOException;
    }

    /**
     * Takes a stream in to its end.
     *
     * @param limit in bytes
     * @throws EvidenceVault.TooLarge if more come than the limit
     * @throws IOException if the stream broke off or the storage is full; nothing is kept
     */
    Staged take(InputStream content, long limit) throws IOException;

    /**
     * Asks whether there is room. What waits lies there twice for a while: as it came, and as what
     * is kept of it.
     *
     * @param more so many bytes more than now
     * @throws NoRoom if there is not
     */
    void requireRoom(long more) throws IOException;

    /** The storage has too little room. */
    class NoRoom extends IOException {

        private final long needed;
        private final long free;

        /**
         * @param needed in bytes, as is what is free
         */
        public NoRoom(long needed, long free) {
            super(
                    "The evidence vault needs %d MiB for this and has %d MiB free. Nothing was kept. Free"
                                    .formatted((needed >> 20) + 1, free >> 20)
                            + " space there, or give Cordon a larger folder, and try again.");
            this.needed = needed;
            this.free = free;
        }

        public long needed() {
            return needed;
        }

        public long free() {
            return free;
        }
    }
}

package dev.cordon.infra.vault;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.Optional;

/** The storage of sealed content. It knows bytes and places, no keys. */
interface Contents {

    /** Begins a piece that is nowhere to be found until it is kept. */
    Piece begin(IncidentId incident) throws IOException;

    /** Content that is being written. Closed without having been kept, it leaves nothing. */
    interface Piece extends WritableByteChannel, Closeable {

        /**
         * Brings it to its place for good, and returns once it is safe on storage. Nothing that
         * lies there already is replaced.
         *
         * @return where it lies, as the other methods take it
         */
        String keep(Sha256 content) throws IOException;
    }

    /** Empty if nothing lies there. */
    Optional<InputStream> open(String place) throws IOException;

    /** Nobody changes or deletes it until then, as far as the storage can see to that. */
    void lock(String place, Instant until) throws IOException;

    /** Whether a matter needs it: nobody deletes it then, as far as the storage can see to that. */
    void hold(String place, boolean held) throws IOException;

    /**
     * Whether it was ever locked, or is held now: an item stood on it once. What the storage does
     * not remember is false.
     */
    boolean isBound(String place) throws IOException;

    /** Whether its bytes are gone; not if the storage holds them locked. */
    boolean delete(String place) throws IOException;

    /** Says of a place whether anything that counts lies there. */
    interface Keep {
        boolean isNeeded(String place) throws IOException;
    }

    /**
     * Removes what broke off and what nobody needs, as far as it has been there since before then.
     *
     * @return how many pieces
     */
    int sweep(Instant before, Keep keep) throws IOException;

    /** Where it lies, as an operator finds it. */
    String said(String place);
}

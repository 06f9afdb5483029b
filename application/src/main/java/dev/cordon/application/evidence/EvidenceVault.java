package dev.cordon.application.evidence;

import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the content of evidence lies, under its digest, unchangeable. */
public interface EvidenceVault {

    /** What was put in. */
    record Stored(Sha256 content, long size) {}

    /**
     * Takes content in, hashing while it streams, and returns once it is safe on storage. Equal
     * content is stored once. A stream that breaks off or grows past the limit leaves nothing.
     *
     * @param limit in bytes
     * @throws IOException if the stream broke off or the storage is full; nothing is kept
     */
    Stored store(InputStream content, long limit) throws IOException;

    /**
     * @throws IOException if the vault has no such content or cannot read it
     */
    InputStream open(Sha256 content) throws IOException;

    /** The digest of what lies there now, computed anew; empty if nothing lies there. */
    Optional<Sha256> rehash(Sha256 content) throws IOException;

    /** The content grew past the limit. */
    class TooLarge extends IOException {
        public TooLarge(long limit) {
            super("the content is larger than " + limit + " bytes; nothing was kept");
        }
    }
}

package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedProofs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** Writes evidence packages in their form; the same parts make the same bytes. */
public interface PackageWriter {

    /**
     * What a package states, to the byte.
     *
     * @param custody the bytes of {@link PackedCustody#FILE}
     * @param beside the files that it binds, by their paths
     */
    record Stated(byte[] custody, Map<String, byte[]> beside) {}

    /**
     * What proves it.
     *
     * @param proofs the bytes of {@link PackedProofs#FILE}
     * @param checkpoint the signed note that they lead to
     * @param key as {@link CheckpointKey#verifier()} writes it
     */
    record Proven(byte[] proofs, String checkpoint, String key) {}

    /**
     * All of a package but the contents.
     *
     * @param crcs the CRC-32 of each content
     */
    record Whole(Stated stated, Map<EvidenceId, Integer> crcs, Proven proven) {}

    /**
     * What is to be stated.
     *
     * @param stamps time-stamped checkpoints and their tokens, by their paths
     * @param disposedOf labels of the incident's items that are not in it because they were
     *     disposed of; none if it was asked for single items
     * @param key as {@link CheckpointKey#verifier()} writes it
     */
    record Draft(
            PackedCustody.Head head,
            List<PackedItem> items,
            Map<String, byte[]> stamps,
            List<String> disposedOf,
            String key) {

        public Draft {
            items = List.copyOf(items);
            disposedOf = List.copyOf(disposedOf);
        }
    }

    /** Opens an item's content. */
    interface Contents {
        InputStream open(PackedItem item) throws IOException;
    }

    /** Draws up what is stated, and all that lies beside. */
    Stated state(Draft draft);

    /** What was stated. */
    PackedCustody read(Stated stated);

    /** The page that checks packages in a browser without a network, the same for all: HTML. */
    byte[] verifier();

    /** The bytes of {@link PackedProofs#FILE}. */
    byte[] proofs(PackedProofs proofs);

    /** How long the package is, in bytes. */
    long length(Whole whole);

    /**
     * Writes it in memory that does not grow with the contents, hashing each once more.
     *
     * @throws IOException before the end, if a content cannot be read or is not what was collected;
     *     what was written is no package then
     */
    void write(Whole whole, OutputStream out, Contents contents) throws IOException;
}

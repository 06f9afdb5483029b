package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.inventory.FileEntry;
import java.io.IOException;
import java.util.Iterator;

/**
 * Lists the files of a store with their digests, over SSH. Memory does not grow with their number.
 * Never call it inside a transaction.
 */
public interface FileLister {

    /** Takes files in, in their order. */
    interface Into {
        void take(FileEntry file);
    }

    /**
     * What was listed.
     *
     * @param files how many there are
     * @param read how many of them were read for their digest
     * @param whole whether every folder could be looked into
     */
    record Listed(long files, long read, boolean whole) {

        public static Listed of(long files, long read) {
            return new Listed(files, read, true);
        }

        /** The same, where not every folder could be looked into. */
        public Listed inPart() {
            return new Listed(files, read, false);
        }
    }

    /**
     * Only files that were touched since are read.
     *
     * @param earlier the files as they were listed before, in their order; none the first time
     * @throws IOException if the notes of it could not be kept on this machine, or the host broke
     *     it off in a way that no answer says; its message says how
     */
    StoreAnswer<Listed> list(Store store, Iterator<FileEntry> earlier, Into into)
            throws IOException;
}

package dev.cordon.infra.crypto;

import java.io.IOException;

/** A place where things lie that the master key wraps; all of them can be wrapped anew. */
public interface UnderMasterKey {

    /** As people name them, such as {@code keys of evidence}. */
    String what();

    /** Shows each of them. */
    void each(Visit visit) throws IOException;

    /** Is shown what is wrapped. */
    interface Visit {

        /**
         * @param name which one it is, for people
         * @param wrapped as Tink wrote it
         * @param bound what it is bound to
         */
        void see(String name, byte[] wrapped, byte[] bound, Replacing replacing) throws IOException;
    }

    /** Puts a thing that was wrapped anew in the place of the one that was shown. */
    interface Replacing {

        /** Wholly or not at all; does nothing where another one lies there by now. */
        void with(byte[] wrapped) throws IOException;
    }
}

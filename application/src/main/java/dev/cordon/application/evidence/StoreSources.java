package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Gives out what a connected store holds. Nothing is changed there, every call is bounded in time,
 * and what goes wrong at the store is a value. Never call it inside a transaction.
 */
public interface StoreSources {

    /** Finds out which of these there are, in what parts, and with what they can be taken. */
    StoreAnswer<Survey> survey(Store store, Set<StoreSource> wanted);

    /**
     * Hands over a part while the store gives it out; memory does not grow with it, and a reader
     * that is slow slows the store down. What secrets the store's configuration holds was blotted
     * out. A part that came to its end without being whole is a failure, whatever the reader made
     * of it.
     *
     * @throws IOException only what the reader itself threw
     */
    <R> StoreAnswer<R> read(Store store, SourcePart part, Reader<R> reader) throws IOException;

    /** Takes in what a store gives out. */
    @FunctionalInterface
    interface Reader<R> {

        /**
         * @param content reading fails when the connection breaks or time is over
         */
        R read(InputStream content) throws IOException;
    }
}

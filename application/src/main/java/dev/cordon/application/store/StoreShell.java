package dev.cordon.application.store;

import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.ShellOutput;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import java.io.IOException;
import java.io.InputStream;

/**
 * Runs commands on a store's host over SSH. Every call is bounded in time, and answers a failure as
 * a value. Never call it inside a transaction.
 */
public interface StoreShell {

    /**
     * Runs a command to its end. The exit code is part of the answer and no failure: not every
     * command means it.
     */
    StoreAnswer<ShellOutput> run(Store store, ShellCommand command);

    /**
     * Hands over what a command writes while it writes it; memory does not grow with it. A command
     * that ends with another code than 0 is {@link
     * dev.cordon.domain.store.StoreFailure.CommandFailed}, whatever the reader made of its output.
     *
     * @throws IOException only what the reader itself threw
     */
    <R> StoreAnswer<R> read(Store store, ShellCommand command, Reader<R> reader) throws IOException;

    /**
     * The same for a command that reads: it gets all of that as its standard input.
     *
     * @throws IOException only what the reader, or reading the input, threw
     */
    <R> StoreAnswer<R> read(Store store, ShellCommand command, InputStream input, Reader<R> reader)
            throws IOException;

    /** The key that a host shows now. Nothing is sent to it, no login tried. */
    StoreAnswer<HostKey> hostKey(String host, int port);

    /** Takes in what a command writes. */
    @FunctionalInterface
    interface Reader<R> {

        /**
         * @param out standard output; reading fails when the connection breaks or time is over
         */
        R read(InputStream out) throws IOException;
    }
}

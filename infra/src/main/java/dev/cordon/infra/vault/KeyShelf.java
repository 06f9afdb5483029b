package dev.cordon.infra.vault;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Small texts by name, changed one by one and wholly or not at all, by many at once. What is
 * deleted or replaced here is really gone: nothing locks it and no older version is kept.
 */
interface KeyShelf {

    /**
     * A text as it lies there.
     *
     * @param changed when it was put there, by the storage's clock
     */
    record Slip(String text, Instant changed) {}

    Optional<Slip> look(String name) throws IOException;

    default Optional<String> find(String name) throws IOException {
        return look(name).map(Slip::text);
    }

    /**
     * Puts a text where there is none.
     *
     * @return whether there was none
     */
    boolean add(String name, String text) throws IOException;

    /**
     * Puts a text in the place of another one.
     *
     * @return whether that one was still there
     */
    boolean replace(String name, String old, String text) throws IOException;

    /** Returns once that text is gone for good; may be asked again. Another one stays. */
    void delete(String name, String text) throws IOException;

    /**
     * Returns once nothing is kept of what lay there before; may be asked again. Where what lies
     * there now is no key, the earlier ones stay: somebody else put it there.
     */
    void forgetEarlier(String name) throws IOException;

    /** The same for all names, where a killed program did not get to it. */
    void forgetEarlier() throws IOException;

    /** The names {@code INCIDENT/DIGEST} of all keys of contents, the hidden ones too. */
    List<String> contents() throws IOException;

    /**
     * Whether nothing is found under that name, and yet a text lies there: somebody deleted it, and
     * the storage kept it.
     */
    default boolean isHidden(String name) throws IOException {
        return false;
    }

    /** Where it lies, as an operator finds it. */
    String said(String name);
}

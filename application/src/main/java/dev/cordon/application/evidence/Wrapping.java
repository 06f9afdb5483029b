package dev.cordon.application.evidence;

import java.io.InputStream;

/** Makes of a file one that no double click runs and no mail filter opens. */
public interface Wrapping {

    /** What everybody who analyses such files knows; it keeps nobody out. */
    String PASSWORD = "infected";

    /**
     * A ZIP with that one file in it, encrypted with AES-256 under {@link #PASSWORD}.
     *
     * @param name of the file within
     * @param content read while the ZIP is, and closed with it
     */
    InputStream wrap(String name, InputStream content);
}

package dev.cordon.domain.evidence;

/** What an item is; how long it is kept depends on it. A name is hashed and stays. */
public enum EvidenceKind {
    /** A file that somebody handed in. */
    FILE,
    /** Lines of a log, cut out of it. */
    LOG_LINES,
    /** What a screen showed. */
    SCREENSHOT,
    /** A mail with its headers (RFC 5322). */
    MAIL,
    /** Many files in one archive, with a manifest of their digests. */
    FILE_TREE,
    /** What a connected store gave out. */
    STORE_EXPORT
}

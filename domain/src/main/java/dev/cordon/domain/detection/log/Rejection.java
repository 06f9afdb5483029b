package dev.cordon.domain.detection.log;

/** Why a line was not understood. */
public enum Rejection {
    /** Nothing in it. */
    EMPTY,
    /** Longer than the limit; skipped without being kept in memory. */
    TOO_LONG,
    /** It ends in the middle of a field: cut by a full disk or a rotation. */
    CUT_SHORT,
    /** Not the format of the source. */
    OTHER_FORMAT,
    /** The first field is not a network address. */
    NO_ADDRESS,
    /** Not a moment in time. */
    BAD_TIME,
    /** Later than now by more than the tolerance: a wrong clock or a forged line. */
    FUTURE_TIME,
    /** What the client sent was not HTTP: raw TLS on a plain port, a probe of another protocol. */
    NOT_HTTP,
    /** Not a status between 100 and 599. */
    BAD_STATUS,
    /** Unreadable, and with bytes that no text log has. */
    CONTROL_CHARACTERS,
    /** Unreadable, and not UTF-8: another encoding, UTF-16 for example. */
    WRONG_ENCODING
}

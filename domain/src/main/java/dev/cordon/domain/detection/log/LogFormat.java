package dev.cordon.domain.detection.log;

/** How a source writes its lines. */
public enum LogFormat {
    /** The combined format of nginx and Apache; every line carries its own offset from UTC. */
    COMBINED
}

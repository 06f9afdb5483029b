package dev.cordon.domain.kernel;

/** Whether something is real. Only {@link #LIVE} and {@link #RETROSPECTIVE} count in metrics. */
public enum Mode {
    LIVE,
    DRILL,
    RETROSPECTIVE,
    TUTORIAL
}

package dev.cordon.domain.evidence.acquisition;

/** How fast a store is read, so that it goes on selling meanwhile. A name is stored and stays. */
public enum Pace {
    /** For small hosts and busy hours: 2 MiB a second. */
    GENTLE(2L << 20),
    /** 20 MiB a second. */
    STEADY(20L << 20),
    /** As fast as the host gives it out: for a store that is closed, or must be soon. */
    FULL(Long.MAX_VALUE);

    private final long bytesPerSecond;

    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** At most so many; {@link Long#MAX_VALUE} for no bound. */
    public long bytesPerSecond() {
        return bytesPerSecond;
    }
}

package dev.cordon.domain.detection.engine;

/** Takes what lines show, in the order of the lines. */
interface Correlation {

    /** An event that rules matched; valid only during the call. */
    void observe(Signal signal);

    /**
     * The address turned out to have a browser.
     *
     * @param bare it has only looked at a page so far
     */
    void warmed(long high, long low, boolean bare);
}

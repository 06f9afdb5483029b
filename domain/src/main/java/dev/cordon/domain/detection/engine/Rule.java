package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.EventCursor;
import java.util.List;
import java.util.function.Consumer;

/** Looks at every line of one source and groups what it recognizes into campaigns. */
interface Rule {

    /**
     * Sees the next line. Called for every line, so it decides cheaply whether it cares.
     *
     * @param line valid only during the call
     * @param visitor whose line it is: a small number that stays the visitor's until {@link
     *     #forget}
     */
    void observe(EventCursor line, int visitor);

    /** The visitor is followed no more; its number may go to another one. */
    void forget(int visitor);

    /** Campaigns seen before a restart: when one of them goes on, it keeps its reference. */
    void remember(List<Finding> known);

    /** Hands over each campaign that is new or has grown since the last call. */
    void report(Consumer<Finding> news);
}

package dev.cordon.application.evidence;

import java.util.List;

/** The revisions of audited rows, held against their leaves in the ledger. */
public interface RecordedRevisions {

    /**
     * What some revisions turned out to be.
     *
     * @param last the last one that was looked at; 0 if there was none
     * @param unrecorded those without a leaf
     * @param altered those that, or whose written rows, are not what their leaf says
     */
    record Checked(long last, List<Long> unrecorded, List<Long> altered) {}

    /**
     * Those after that number, so many at most; none before revisions were recorded. Within a
     * transaction.
     */
    Checked after(long revision, int limit);

    /** Revisions that have a leaf and are gone, by their numbers, so many at most. */
    List<String> missing(int limit);
}

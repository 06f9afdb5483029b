package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.Anchor;
import java.util.List;
import java.util.Optional;

/** The time stamps of checkpoints: added and never changed. */
public interface Anchors {

    /** The authority's of the largest checkpoint. */
    Optional<Anchor> newest(String authority);

    /**
     * Those of checkpoints larger than that, by size, so many at most, all of one size together.
     */
    List<Anchor> after(long size, int limit);

    /** Those of the largest checkpoints, the largest first. */
    List<Anchor> latest(int limit);

    /** Those of the checkpoint of that size. */
    List<Anchor> of(long size);

    /** Adds one, and its leaf to the ledger in the same transaction. */
    void add(Anchor anchor);

    /** Whether the tree of that size holds anything but anchors behind its first so many leaves. */
    boolean isMoreThanAnchors(long after, long size);

    /** Anchors that their leaves miss, by their subjects, so many at most. */
    List<String> missing(int limit);

    /** Anchors that are not what their leaves say, or have none, so many at most. */
    List<String> altered(int limit);
}

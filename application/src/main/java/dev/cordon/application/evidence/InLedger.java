package dev.cordon.application.evidence;

import java.util.List;

/** Things of one kind that each have a leaf of the ledger. None is ever changed. */
interface InLedger {

    /** Those that their leaves miss, by their ids, so many at most. */
    List<String> missing(int limit);

    /** Those that are not what their leaves say, or have none, by their ids, so many at most. */
    List<String> altered(int limit);
}

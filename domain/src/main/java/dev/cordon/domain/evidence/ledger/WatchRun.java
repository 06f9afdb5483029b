package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished run of the watch: that it computed all of the ledger anew, looked over the vault and
 * at items, when, and what it found. A fact that is never changed.
 *
 * @param begunAt when the ledger was begun to be computed anew
 * @param at when the run was finished
 * @param vaultAt when all of the vault was last held against the items; null if it never was
 * @param entries of the ledger that were checked, from its first
 * @param items that were checked since the run before was finished
 * @param ofItems how many items there were then
 * @param differences how many things differed then: items, the ledger, the vault
 * @param found the differences in words, those of ledger and vault first, {@value #MOST} at most;
 *     items by their ids
 */
public record WatchRun(
        UUID id,
        Instant begunAt,
        Instant at,
        @Nullable Instant vaultAt,
        long entries,
        long items,
        long ofItems,
        long differences,
        List<String> found) {

    /** So many differences stand in words; all are counted. */
    public static final int MOST = 100;

    /**
     * @throws IllegalArgumentException if it ended before it began, counts below nothing, or says
     *     more in words than it counts
     */
    public WatchRun {
        begunAt = begunAt.truncatedTo(ChronoUnit.MICROS);
        at = at.truncatedTo(ChronoUnit.MICROS);
        vaultAt = vaultAt == null ? null : vaultAt.truncatedTo(ChronoUnit.MICROS);
        found = List.copyOf(found);
        if (at.isBefore(begunAt)) {
            throw new IllegalArgumentException("a run ends after it began");
        }
        if (entries < 0 || items < 0 || ofItems < 0) {
            throw new IllegalArgumentException("a run counts from nothing");
        }
        if (found.size() != Math.min(differences, MOST)) {
            throw new IllegalArgumentException("a run says what it found");
        }
    }

    /** Whether nothing differed. */
    public boolean isWhole() {
        return differences == 0;
    }

    /** The digest of all of it, in the form {@code cordon/evidence/watch-run/v1}. */
    public Sha256 digest() {
        var form =
                Canonical.tagged("cordon/evidence/watch-run/v1")
                        .add(id.toString())
                        .add(begunAt)
                        .add(at)
                        .add(vaultAt == null ? "" : vaultAt.toString())
                        .add(entries)
                        .add(items)
                        .add(ofItems)
                        .add(differences);
        found.forEach(form::add);
        return form.sha256();
    }
}

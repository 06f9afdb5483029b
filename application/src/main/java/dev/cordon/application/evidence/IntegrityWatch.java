package dev.cordon.application.evidence;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the watch over evidence and ledger remembers from one run to the next. */
public interface IntegrityWatch {

    /** How the ledger is called where items have their ids. */
    String LEDGER = "ledger";

    /** How what lies in the vault, seen from there, is called where items have their ids. */
    String VAULT = "vault";

    /**
     * How something was found.
     *
     * @param subject an item's id, {@link #LEDGER} or {@link #VAULT}
     * @param store whose item; null for ledger and vault
     * @param at when it was last checked
     * @param difference null if all was as it should be
     */
    record Watched(
            String subject, @Nullable StoreId store, Instant at, @Nullable Difference difference) {}

    /**
     * Something that is not as it was.
     *
     * @param what in a sentence, with the item's label
     * @param since when it was found first
     * @param alert that tells people of it; null while there is no store to tell
     */
    record Difference(String what, Instant since, @Nullable AlertId alert) {}

    /**
     * How far the ledger is computed anew.
     *
     * @param signed the size of the last checkpoint that was compared
     * @param begunAt when this round began
     */
    record Cursor(Frontier frontier, long signed, Instant begunAt) {}

    /**
     * How many items there are within a scope, and how many of them were checked since.
     *
     * @param oldest the check that lies back farthest; null if there is none
     */
    record Extent(long items, long checked, @Nullable Instant oldest) {}

    /** Those that were not checked since then, the longest ago first. */
    List<EvidenceId> due(Instant since, int limit);

    Optional<Watched> of(String subject);

    /** What is known of those items, by their ids; nothing of those never looked at. */
    Map<String, Watched> of(Collection<EvidenceId> items);

    /** In the place of what was known of it before. */
    void put(Watched watched);

    /** Of items within the scope. */
    List<Watched> differences(StoreScope scope, int limit);

    /** How many items differ, of all stores. */
    long differing();

    Extent extent(Instant since, StoreScope scope);

    Optional<Cursor> cursor();

    void put(Cursor cursor);

    /** Stores that have evidence, so many at most. */
    List<StoreId> stores(int limit);
}

package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.evidence.WatchQueries;
import dev.cordon.domain.evidence.ledger.WatchRun;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent about the watch over evidence and ledger. */
final class WatchJson {

    private WatchJson() {}

    /**
     * Something that differs.
     *
     * @param evidence the item's id; absent for the ledger and the vault
     * @param checkedAt when it was last seen so
     * @param alert the alert that tells of it, if it could be raised
     */
    record WatchDifferenceJson(
            @Nullable String evidence,
            String what,
            Instant since,
            Instant checkedAt,
            @Nullable UUID alert) {

        static @Nullable WatchDifferenceJson of(@Nullable Watched watched) {
            if (watched == null || watched.difference() == null) {
                return null;
            }
            var difference = watched.difference();
            return new WatchDifferenceJson(
                    watched.store() == null ? null : watched.subject(),
                    difference.what(),
                    difference.since(),
                    watched.at(),
                    difference.alert() == null ? null : difference.alert().value());
        }
    }

    /**
     * The ledger's part.
     *
     * @param checkedAt when it was last looked at; absent before the first time
     * @param begunAt when it was last begun to be computed anew from its first entry
     * @param entries how many were computed since
     */
    record WatchedLedgerJson(
            @Nullable Instant checkedAt,
            @Nullable Instant begunAt,
            long entries,
            @Nullable WatchDifferenceJson difference) {}

    /**
     * What lies in the vault, held against what the database knows.
     *
     * @param checkedAt when it was last looked at; absent before the first time
     * @param difference that content has no item any more, though one stood on it
     */
    record WatchedVaultJson(
            @Nullable Instant checkedAt, @Nullable WatchDifferenceJson difference) {}

    /**
     * A finished run, which the ledger bears out: the subject of its leaf is the id.
     *
     * @param begunAt when the ledger was begun to be computed anew
     * @param finishedAt when all was looked at
     * @param vaultAt when all of the vault was last held against the items
     * @param entries of the ledger that were checked, from its first
     * @param items that were checked since the run before
     * @param ofItems how many items there were then
     * @param differences how many things differed then
     * @param found the differences in words, a hundred at most
     * @param digest the content of its leaf
     */
    record WatchRunJson(
            UUID id,
            Instant begunAt,
            Instant finishedAt,
            @Nullable Instant vaultAt,
            long entries,
            long items,
            long ofItems,
            long differences,
            List<String> found,
            String digest) {

        static WatchRunJson of(WatchRun run) {
            return new WatchRunJson(
                    run.id(),
                    run.begunAt(),
                    run.at(),
                    run.vaultAt(),
                    run.entries(),
                    run.items(),
                    run.ofItems(),
                    run.differences(),
                    run.found(),
                    run.digest().hex());
        }
    }

    /**
     * How the watch stands.
     *
     * @param items how many there are
     * @param checked how many of them were checked within the days that the settings name
     * @param oldestCheck the check of an item that lies back farthest
     * @param differences of items, a hundred at most
     * @param runs finished ones, the newest first, thirty at most
     */
    record WatchedJson(
            WatchedLedgerJson ledger,
            WatchedVaultJson vault,
            long items,
            long checked,
            @Nullable Instant oldestCheck,
            List<WatchDifferenceJson> differences,
            List<WatchRunJson> runs) {

        static WatchedJson of(WatchQueries.Standing standing) {
            var cursor = standing.cursor();
            var ledger = standing.ledger();
            var vault = standing.vault();
            return new WatchedJson(
                    new WatchedLedgerJson(
                            ledger == null ? null : ledger.at(),
                            cursor == null ? null : cursor.begunAt(),
                            cursor == null ? 0 : cursor.frontier().size(),
                            WatchDifferenceJson.of(ledger)),
                    new WatchedVaultJson(
                            vault == null ? null : vault.at(), WatchDifferenceJson.of(vault)),
                    standing.items().items(),
                    standing.items().checked(),
                    standing.items().oldest(),
                    standing.differences().stream().map(WatchDifferenceJson::of).toList(),
                    standing.runs().stream().map(WatchRunJson::of).toList());
        }
    }
}

package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Computes the whole tree anew from its leaves, page by page, and holds it against everything that
 * is stored of it and was signed for it. Knows the frontier and what it found, and no more.
 */
public final class LedgerAudit {

    /** More findings say nothing new. */
    public static final int LIMIT = 100;

    private final Function<SignedCheckpoint, Optional<Checkpoint>> key;
    private final List<LedgerFinding> findings = new ArrayList<>();
    private Frontier frontier;
    private long signed;
    private boolean torn;

    /**
     * @param key what a checkpoint says, empty if it is not genuine
     */
    public LedgerAudit(Function<SignedCheckpoint, Optional<Checkpoint>> key) {
        this(key, Frontier.EMPTY, 0);
    }

    /**
     * Goes on from a tree that an earlier audit found whole.
     *
     * @param signed the size of the last checkpoint that it compared
     */
    public LedgerAudit(
            Function<SignedCheckpoint, Optional<Checkpoint>> key, Frontier frontier, long signed) {
        this.key = key;
        this.frontier = frontier;
        this.signed = signed;
    }

    /** What the tree has come to, to go on from later. */
    public Frontier frontier() {
        return frontier;
    }

    /** The size of the last checkpoint that was compared. */
    public long signed() {
        return signed;
    }

    /** Checks the next page; pages come in order and without gaps. */
    public void check(LedgerPage page) {
        var entries = new InOrder<>(page.entries(), LedgerEntry::position);
        var nodes = new InOrder<>(page.nodes(), LedgerAudit::place);
        var checkpoints = new ArrayDeque<>(page.checkpoints());
        for (long position = page.from(); position < page.to(); position++) {
            grow(position, entries.at(position), page, nodes);
            while (!checkpoints.isEmpty() && checkpoints.getFirst().size() == position + 1) {
                check(checkpoints.removeFirst());
            }
        }
    }

    /** In the order in which leaves complete them; no tree has more than 64 levels. */
    private static long place(Node node) {
        return node.last() << 6 | node.level();
    }

    private void grow(
            long position, @Nullable LedgerEntry entry, LedgerPage page, InOrder<Node> nodes) {
        if (entry == null) {
            found(LedgerFinding.at(What.ENTRY_MISSING, position));
            torn = true;
            return;
        }
        var hash = page.hashes().get(entry.leaf());
        if (hash == null) {
            found(LedgerFinding.at(What.LEAF_MISSING, position));
        } else if (!hash.equals(entry.hash())) {
            found(LedgerFinding.at(What.LEAF_ALTERED, position));
        }
        if (!torn) {
            frontier =
                    frontier.append(
                            entry.hash(),
                            node -> {
                                var stored = nodes.at(place(node));
                                if (stored == null || !stored.hash().equals(node.hash())) {
                                    found(node);
                                }
                            });
        }
    }

    private void found(Node node) {
        long first = (node.index() << node.level()) + 1;
        found(new LedgerFinding(What.NODE_ALTERED, first, node.last() + 1, null));
    }

    private void check(SignedCheckpoint stored) {
        long after = signed;
        signed = stored.size();
        var checkpoint = key.apply(stored);
        if (checkpoint.isEmpty()) {
            found(LedgerFinding.at(What.CHECKPOINT_FORGED, stored.size() - 1));
        } else if (!torn && !checkpoint.get().root().equals(frontier.root())) {
            differs(after + 1, stored.size());
        }
    }

    /** What one change makes of all later checkpoints is one finding, named by its beginning. */
    private void differs(long first, long last) {
        if (findings.stream().noneMatch(known -> known.what() == What.ROOT_DIFFERS)) {
            found(new LedgerFinding(What.ROOT_DIFFERS, first, last, null));
        }
    }

    /** Adds what was found beside the tree. */
    public void found(LedgerFinding finding) {
        if (findings.size() < LIMIT) {
            findings.add(finding);
        }
    }

    /**
     * Holds what the pages ended with against how much there is.
     *
     * @param entries how many are stored, of all
     * @param newest how many the newest checkpoint signs
     */
    public void ends(long entries, long newest) {
        if (entries > newest) {
            found(new LedgerFinding(What.ENTRIES_UNSIGNED, newest + 1, entries, null));
        } else if (entries < newest) {
            found(new LedgerFinding(What.ENTRIES_CUT_OFF, entries + 1, newest, null));
        }
    }

    /** What was found, in the order of the tree; nothing if it is whole. */
    public List<LedgerFinding> findings() {
        return List.copyOf(findings);
    }

    /** Rows in rising order of a number, asked for in that order. */
    private static final class InOrder<T> {

        private final List<T> rows;
        private final ToLongFunction<T> number;
        private int next;

        InOrder(List<T> rows, ToLongFunction<T> number) {
            this.rows = rows;
            this.number = number;
        }

        @Nullable T at(long wanted) {
            while (next < rows.size() && number.applyAsLong(rows.get(next)) < wanted) {
                next++;
            }
            return next < rows.size() && number.applyAsLong(rows.get(next)) == wanted
                    ? rows.get(next)
                    : null;
        }
    }
}

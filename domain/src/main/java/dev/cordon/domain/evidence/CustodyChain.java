package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The whole chain of custody over one item, oldest link first. */
public record CustodyChain(EvidenceItem item, List<CustodyEntry> links) {

    public CustodyChain {
        links = List.copyOf(links);
    }

    /** What checking found. */
    public sealed interface Verdict {

        record Intact(int links) implements Verdict {}

        /**
         * The first link that does not hold.
         *
         * @param seq its place, counted from 1
         */
        record Broken(long seq, Flaw flaw) implements Verdict {}

        /**
         * The chain holds to its end: the content was disposed of.
         *
         * @param links how many links hold
         * @param at when it was disposed of
         */
        record Disposed(int links, Instant at) implements Verdict {}

        /** The chain holds, but what lies in the vault is not what was collected. */
        record ContentChanged(Sha256 expected, Sha256 found) implements Verdict {}

        /**
         * The chain holds, but what lies in the vault was changed or cut off so that it does not
         * open any more.
         *
         * @param file what is damaged, as an operator finds it
         * @param at the first byte of the content that does not open, counted from 0
         */
        record ContentUnreadable(Sha256 expected, String file, long at) implements Verdict {}

        /** The chain holds, but the vault has no such content. */
        record ContentMissing(Sha256 expected) implements Verdict {}
    }

    /** What is wrong with a link. */
    public enum Flaw {
        MISSING,
        ALTERED,
        NOT_LINKED_TO_PREDECESSOR,
        OF_ANOTHER_ITEM,
        CONTENT_DIFFERS,
        /** What is said of the item is not what was said when it was collected. */
        FACTS_DIFFER,
        /** What was said is not there any more, and yet nobody disposed of the item. */
        WORDS_MISSING,
        OUT_OF_TIME_ORDER
    }

    /** Checks each link against its predecessor and the item; stops at the first broken one. */
    public Verdict verify() {
        if (links.isEmpty()) {
            return new Verdict.Broken(1, Flaw.MISSING);
        }
        var previous = CustodyEntry.GENESIS;
        var time = item.acquisition().at();
        long seq = 1;
        for (var link : links) {
            if (link.seq() != seq) {
                return new Verdict.Broken(seq, Flaw.MISSING);
            }
            if (!link.evidence().equals(item.id())) {
                return new Verdict.Broken(seq, Flaw.OF_ANOTHER_ITEM);
            }
            if (!link.isIntact()) {
                return new Verdict.Broken(seq, Flaw.ALTERED);
            }
            if (!link.previous().equals(previous)) {
                return new Verdict.Broken(seq, Flaw.NOT_LINKED_TO_PREDECESSOR);
            }
            if (!link.content().equals(item.content())) {
                return new Verdict.Broken(seq, Flaw.CONTENT_DIFFERS);
            }
            if (link.facts() != null && !link.facts().equals(item.facts())) {
                return new Verdict.Broken(seq, Flaw.FACTS_DIFFER);
            }
            if (link.at().isBefore(time)) {
                return new Verdict.Broken(seq, Flaw.OUT_OF_TIME_ORDER);
            }
            if (isRobbed(link)) {
                return new Verdict.Broken(seq, Flaw.WORDS_MISSING);
            }
            previous = link.hash();
            time = link.at();
            seq++;
        }
        return end().<Verdict>map(end -> new Verdict.Disposed(links.size(), end.at()))
                .orElseGet(() -> new Verdict.Intact(links.size()));
    }

    private Optional<CustodyEntry> end() {
        return links.stream().filter(link -> link.action() == Action.DISPOSED).findFirst();
    }

    /** The words of an item and its links go with its content, and not before. */
    private boolean isRobbed(CustodyEntry link) {
        boolean lacks = link.isWithoutPurpose() || link.seq() == 1 && item.isWithoutWords();
        boolean isBefore = end().filter(end -> link.seq() < end.seq()).isPresent();
        return lacks && (!isBefore || link.action().isOfDisposal());
    }

    /**
     * The links whose purpose is destroyed with the content: all that do not speak of the disposal
     * itself.
     *
     * @return their numbers
     */
    public List<Long> spoken() {
        return links.stream()
                .filter(link -> !link.action().isOfDisposal())
                .map(CustodyEntry::seq)
                .toList();
    }

    /** The matters that hold it by what the chain says, whatever is stored beside it. */
    public Set<String> matters() {
        var matters = new LinkedHashSet<String>();
        for (var link : links) {
            var matter = link.counterpart();
            if (matter != null && link.action() == Action.HELD) {
                matters.add(matter);
            } else if (matter != null && link.action() == Action.RELEASED) {
                matters.remove(matter);
            }
        }
        return matters;
    }

    /** Whether the chain says that somebody proposed to dispose of it and nobody refused. */
    public boolean isDisposalPlanned() {
        return links.stream()
                .map(CustodyEntry::action)
                .filter(
                        action ->
                                action == Action.DISPOSAL_PLANNED
                                        || action == Action.DISPOSAL_REFUSED)
                .reduce((_, later) -> later)
                .equals(Optional.of(Action.DISPOSAL_PLANNED));
    }
}

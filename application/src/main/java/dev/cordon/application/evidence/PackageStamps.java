package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The time-stamped checkpoints that go with a package: those that first bore witness to the
 * collection of its items, and the newest ones.
 */
@Supporting
class PackageStamps {

    /** More say hardly more. */
    private static final int MOST = 40;

    private static final Comparator<Anchor> ORDER =
            Comparator.comparingLong(Anchor::size).thenComparing(Anchor::authority);

    private final Ledger ledger;
    private final CheckpointKey key;
    private final Anchors anchors;
    private final TimeStamps authorities;

    PackageStamps(Ledger ledger, CheckpointKey key, Anchors anchors, TimeStamps authorities) {
        this.ledger = ledger;
        this.key = key;
        this.anchors = anchors;
        this.authorities = authorities;
    }

    /**
     * @param number tells the tokens of one checkpoint apart, from 1
     */
    record Stamp(SignedCheckpoint checkpoint, Anchor anchor, int number) {

        String noteFile() {
            return "timestamps/%010d.checkpoint".formatted(anchor.size());
        }

        String tokenFile() {
            return number == 1
                    ? "timestamps/%010d.tsr".formatted(anchor.size())
                    : "timestamps/%010d-%d.tsr".formatted(anchor.size(), number);
        }
    }

    /** Within a transaction. What does not hold is left out: it would only cast doubt. */
    List<Stamp> of(List<EvidenceItem> items) {
        var chosen = new TreeSet<>(ORDER);
        authorities.authorities().stream()
                .map(authority -> anchors.newest(authority.name()))
                .flatMap(Optional::stream)
                .forEach(chosen::add);
        if (chosen.isEmpty()) {
            anchors.latest(1).forEach(chosen::add);
        }
        items.stream()
                .map(this::position)
                .flatMap(Optional::stream)
                .sorted()
                .flatMap(position -> anchors.after(position, 1).stream())
                .distinct()
                .limit(MOST)
                .forEach(chosen::add);
        return stamps(chosen);
    }

    private Optional<Long> position(EvidenceItem item) {
        var subject = Leaf.custody(item.id(), 1);
        return ledger.custodyOf(item.id()).stream()
                .filter(placed -> placed.leaf().subject().equals(subject))
                .flatMap(placed -> Optional.ofNullable(placed.entry()).stream())
                .map(entry -> entry.position())
                .findFirst();
    }

    private List<Stamp> stamps(TreeSet<Anchor> chosen) {
        var stamps = new ArrayList<Stamp>();
        for (var anchor : chosen) {
            var checkpoint =
                    ledger.checkpoint(anchor.size())
                            .filter(signed -> key.open(signed).isPresent())
                            .filter(signed -> holds(anchor, signed));
            if (checkpoint.isPresent()) {
                int others =
                        (int)
                                stamps.stream()
                                        .filter(of -> of.anchor().size() == anchor.size())
                                        .count();
                stamps.add(new Stamp(checkpoint.get(), anchor, others + 1));
            }
        }
        return stamps;
    }

    private boolean holds(Anchor anchor, SignedCheckpoint signed) {
        return authorities.check(anchor, Anchor.imprint(signed)).isEmpty();
    }
}

package dev.cordon.domain.detection;

import dev.cordon.domain.detection.Proof.ByteRange;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/**
 * A campaign, as far as it was seen: one attack with all its addresses. Grows while it goes on.
 *
 * @param reference names the campaign within its store; stays while the campaign grows
 */
public record Finding(
        String reference, Verdict verdict, Period period, Attackers attackers, Proof proof) {

    private static final int MOST_RANGES = 10_000;

    public AttackKind kind() {
        return verdict.kind();
    }

    public AlertSeverity severity() {
        return verdict.severity();
    }

    public Instant startedAt() {
        return period.startedAt();
    }

    public Instant lastSeenAt() {
        return period.lastSeenAt();
    }

    /** The attacking addresses, the earliest first. */
    public List<AddressFacts> addresses() {
        return attackers.addresses();
    }

    /** How many attacking addresses there are, listed or not. */
    public int addressCount() {
        return attackers.addresses().size() + attackers.unlisted();
    }

    /** Logins of attacking addresses that the store accepted, the earliest first. */
    public List<SuccessfulLogin> logins() {
        return attackers.logins();
    }

    /** The paths under attack; empty if there are too many to list. */
    public List<String> paths() {
        return proof.paths();
    }

    /** How many lines the rules counted. */
    public long events() {
        return proof.events();
    }

    /** How often an attacking address got through. */
    public int successes() {
        return attackers.addresses().stream().mapToInt(AddressFacts::successes).sum();
    }

    public boolean hasSucceeded() {
        return successes() > 0;
    }

    /** The log sources that show it. */
    public List<String> sources() {
        return proof.ranges().stream().map(ByteRange::source).distinct().toList();
    }

    /** Which lines of that source belong to it. */
    public LineSelector lines(String source) {
        return LineSelector.of(this, source);
    }

    /** Both views of one campaign; takes nothing back of what this one knew. */
    Finding joined(Finding later) {
        return new Finding(
                reference,
                joined(later.verdict),
                period.joined(later.period),
                joined(later.attackers),
                joined(later.proof));
    }

    private Verdict joined(Verdict later) {
        return new Verdict(
                later.rule(),
                later.title(),
                later.kind(),
                later.severity().isWorseThan(severity()) ? later.severity() : severity(),
                union(verdict.techniques(), later.techniques()),
                later.reason(),
                later.playbook(),
                union(verdict.rules(), later.rules()));
    }

    private Attackers joined(Attackers later) {
        SequencedMap<Address, AddressFacts> all = new LinkedHashMap<>();
        addresses().forEach(facts -> all.put(facts.address(), facts));
        later.addresses().forEach(facts -> all.merge(facts.address(), facts, AddressFacts::joined));
        return new Attackers(
                List.copyOf(all.values()),
                Math.max(attackers.unlisted(), later.unlisted()),
                union(attackers.accounts(), later.accounts()),
                union(logins(), later.logins()),
                Math.max(attackers.otherLogins(), later.otherLogins()));
    }

    private Proof joined(Proof later) {
        return new Proof(
                Math.max(proof.events(), later.events()),
                paths().isEmpty() || later.paths().isEmpty()
                        ? List.of()
                        : union(paths(), later.paths()),
                union(proof.samples(), later.samples()).stream().limit(Proof.MOST_SAMPLES).toList(),
                joined(proof.ranges(), later.ranges()),
                Math.max(proof.unlisted(), later.unlisted()));
    }

    private static List<ByteRange> joined(List<ByteRange> some, List<ByteRange> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(ByteRange.ORDER);
        var joined = new ArrayList<ByteRange>();
        for (var range : all) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.touches(range)) {
                joined.set(joined.size() - 1, last.joined(range));
            } else if (joined.size() < MOST_RANGES) {
                joined.add(range);
            }
        }
        return joined;
    }

    private static <T> List<T> union(Collection<T> some, Collection<T> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}

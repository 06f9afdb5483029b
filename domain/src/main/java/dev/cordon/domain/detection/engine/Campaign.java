package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Attackers;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.Proof;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.SuccessfulLogin;
import dev.cordon.domain.detection.Verdict;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.Excerpt;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attack: everything its addresses do of that family, whichever rules see it. Grows while it
 * goes on.
 */
final class Campaign {

    private static final int PATHS = 16;
    private static final int ACCOUNTS = 200;

    /** A rule's window holds so many pauses of an attack that it was made for. */
    private static final int PAUSES = 8;

    /** With those that are listed 50,000. */
    private static final int MOST_BEYOND = 30_000;

    private final Set<Family> families;
    private final int limit;
    private final BiConsumer<Campaign, Key> enlisting;
    private final Map<Key, Suspect> suspects = new LinkedHashMap<>();
    private final Map<Rule, Long> rules = new LinkedHashMap<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final List<String> samples = new ArrayList<>();
    private final Places places = new Places();
    private final long detected;
    private String reference = "";
    private @Nullable Crowd crowd;
    private long start;
    private long last;
    private long events;
    private final Set<Key> beyond = new HashSet<>();
    private boolean manyPaths;
    private boolean swallows;
    private boolean news = true;

    /**
     * @param enlisting told of each group that is named
     */
    Campaign(Family family, long detected, int limit, BiConsumer<Campaign, Key> enlisting) {
        this.enlisting = enlisting;
        this.families = EnumSet.of(family);
        this.detected = detected;
        this.start = detected;
        this.last = detected;
        this.limit = limit;
    }

    boolean isOf(Family family) {
        return families.contains(family);
    }

    /** Its addresses do that too. */
    void becomeOf(Family family) {
        families.add(family);
    }

    /** What most of it is. */
    AttackKind kind() {
        return new Judgement(rules, crowd != null).kind();
    }

    String reference() {
        return reference;
    }

    void callIt(String reference) {
        this.reference = reference;
    }

    long start() {
        return start;
    }

    long last() {
        return last;
    }

    int suspects() {
        return suspects.size();
    }

    Collection<Key> keys() {
        return suspects.keySet();
    }

    Collection<Rule> rules() {
        return rules.keySet();
    }

    @Nullable Crowd crowd() {
        return crowd;
    }

    void becomeCrowd(Crowd many) {
        crowd = many;
    }

    /** Whether campaigns of single addresses have turned out to be parts of it. */
    boolean swallows() {
        return swallows;
    }

    /**
     * Whether something at that moment belongs to it, given how long it may pause: longer where a
     * rule saw it that looks at hours, because what is slow pauses longer.
     */
    boolean isAround(long moment, long gap) {
        return isOn(moment, gap) || isOn(moment, pause());
    }

    /** Whether it goes on at that moment or paused no longer than that. */
    boolean isOn(long moment, long gap) {
        return moment >= start - gap && moment <= last + gap;
    }

    /** Until when something may belong to it, given how long it may pause. */
    long end(long gap) {
        return last + Math.max(gap, pause());
    }

    private long pause() {
        long longest = 0;
        for (var rule : rules.keySet()) {
            if (rule instanceof CorrelationRule correlation) {
                longest = Math.max(longest, correlation.timespan().toSeconds());
            }
        }
        return longest / PAUSES;
    }

    boolean names(Key key) {
        return suspects.containsKey(key);
    }

    /** A rule fired, with the event that made it fire. */
    void fired(Rule rule, Signal signal) {
        rules.putIfAbsent(rule, 0L);
        tell(signal);
        news = true;
    }

    boolean knows(Rule rule) {
        return rules.containsKey(rule);
    }

    /** Names a group for what it did since then, or without that where others did it for it. */
    void name(
            Key key,
            @Nullable Trail did,
            @Nullable Trail letIn,
            long since,
            Rule rule,
            @Nullable Sign why) {
        boolean says = did != null || letIn != null;
        if (says && !hasSince(did, since) && !hasSince(letIn, since)) {
            return;
        }
        var suspect = suspect(key);
        if (suspect == null) {
            return;
        }
        if (why != null) {
            suspect.sign(why);
        }
        if (did != null) {
            suspect.describe(did);
            for (int i = did.firstFrom(since); i < did.size(); i++) {
                suspect.event(did.time(i));
                count(did.time(i), did.place(i));
                rules.merge(rule, 1L, Long::sum);
            }
        }
        if (letIn != null) {
            suspect.describe(letIn);
            for (int i = letIn.firstFrom(since); i < letIn.size(); i++) {
                suspect.success(letIn.time(i));
                touch(letIn.time(i));
                places.add(letIn.place(i));
            }
        }
    }

    private static boolean hasSince(@Nullable Trail trail, long since) {
        return trail != null && trail.firstFrom(since) < trail.size();
    }

    /** A further event of a group that is named. */
    void grow(Key key, Signal signal, Rule rule) {
        var suspect = suspect(key);
        if (suspect != null) {
            suspect.event(signal.time);
        }
        rules.merge(rule, 1L, Long::sum);
        count(signal.time, Places.packed(signal));
        tell(signal);
    }

    /** The group turned out to be a customer. */
    void takeBack(Key key) {
        var suspect = suspects.remove(key);
        if (suspect != null) {
            events -= suspect.events();
            news = true;
        }
    }

    /** A named group got through. */
    void success(Key key, Signal signal) {
        var suspect = suspects.get(key);
        if (suspect != null) {
            suspect.success(signal.time);
            touch(signal.time);
            places.add(Places.packed(signal));
            tell(signal);
        }
    }

    /** The other one turned out to be a part of this one. */
    void absorb(Campaign other) {
        other.suspects.forEach(
                (key, suspect) -> {
                    var mine = suspect(key);
                    if (mine != null) {
                        int before = mine.events();
                        mine.addAll(suspect);
                        events += mine.events() - before;
                    }
                });
        swallows = true;
        other.rules.forEach((rule, count) -> rules.merge(rule, count, Long::sum));
        families.addAll(other.families);
        accounts.addAll(other.accounts);
        other.paths.forEach(this::path);
        manyPaths |= other.manyPaths;
        other.samples.stream()
                .limit(Math.max(0, Proof.MOST_SAMPLES - samples.size()))
                .forEach(samples::add);
        places.addAll(other.places);
        start = Math.min(start, other.start);
        last = Math.max(last, other.last);
        other.beyond.stream().filter(key -> !suspects.containsKey(key)).forEach(this::goesBeyond);
        news = true;
    }

    private @Nullable Suspect suspect(Key key) {
        var known = suspects.get(key);
        if (known != null) {
            return known;
        }
        if (suspects.size() >= limit) {
            goesBeyond(key);
            return null;
        }
        var suspect = new Suspect();
        suspects.put(key, suspect);
        beyond.remove(key);
        enlisting.accept(this, key);
        return suspect;
    }

    private void goesBeyond(Key key) {
        if (beyond.size() < MOST_BEYOND) {
            beyond.add(key);
        }
    }

    private void count(long time, long place) {
        events++;
        places.add(place);
        touch(time);
    }

    private void touch(long time) {
        start = Math.min(start, time);
        last = Math.max(last, time);
        news = true;
    }

    private void tell(Signal signal) {
        sample(signal);
        path(signal.path());
        if (signal.account != null && accounts.size() < ACCOUNTS) {
            accounts.add(signal.account);
        }
    }

    private void sample(Signal signal) {
        if (samples.size() < Proof.MOST_SAMPLES) {
            var line = signal.sample();
            var text = Excerpt.whole(line);
            if (!samples.contains(text)) {
                samples.add(text);
            }
        }
    }

    private void path(String path) {
        if (paths.size() < PATHS) {
            if (!path.isEmpty()) {
                paths.add(path);
            }
        } else if (!paths.contains(path)) {
            manyPaths = true;
        }
    }

    /** Whether it has grown since the last call. */
    boolean takeNews() {
        boolean taken = news;
        news = false;
        return taken;
    }

    /**
     * @param sources the names of the sources by their numbers
     */
    Finding finding(List<String> sources) {
        var facts = new ArrayList<AddressFacts>();
        var logins = new ArrayList<SuccessfulLogin>();
        suspects.forEach(
                (key, suspect) -> {
                    if (key.address()) {
                        var address = new Address(key.high(), key.low());
                        facts.add(suspect.facts(address));
                        suspect.logins()
                                .forEach(at -> logins.add(new SuccessfulLogin(address, at)));
                    }
                });
        var attackers =
                new Attackers(
                        facts,
                        beyond.size(),
                        List.copyOf(accounts),
                        logins,
                        crowd == null ? 0 : crowd.othersLetIn());
        return new Finding(
                reference,
                verdict(attackers),
                period(),
                attackers,
                new Proof(
                        events,
                        manyPaths ? List.of() : List.copyOf(paths),
                        List.copyOf(samples),
                        places.ranges(sources),
                        places.unlisted()));
    }

    private Verdict verdict(Attackers attackers) {
        return new Judgement(rules, crowd != null).verdict(attackers, events, period());
    }

    private Period period() {
        return new Period(
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(last),
                Instant.ofEpochSecond(detected));
    }

    /** Its references to rules and crowds are numbers. */
    void save(StateWriter to, Wiring wiring) {
        to.each(families, family -> to.text(family.name()));
        to.number(detected);
        to.text(reference);
        to.number(suspects.size());
        suspects.forEach(
                (key, suspect) -> {
                    key.save(to);
                    suspect.save(to);
                });
        to.number(rules.size());
        rules.forEach(
                (rule, count) -> {
                    to.number(wiring.numberOf(rule));
                    to.number(count);
                });
        to.each(accounts, to::text);
        to.each(paths, to::text);
        to.each(samples, to::text);
        places.save(to);
        to.number(start);
        to.number(last);
        to.number(events);
        to.each(beyond, key -> key.save(to));
        to.flag(manyPaths);
        to.flag(swallows);
        to.flag(news);
        to.maybe(
                crowd,
                many -> {
                    to.number(wiring.numberOf(many.watch()));
                    many.save(to);
                });
    }

    /**
     * @param crowds makes the crowd of a campaign
     */
    static Campaign restored(
            StateReader from,
            Wiring wiring,
            int limit,
            BiConsumer<Campaign, Key> enlisting,
            Crowd.Maker crowds) {
        var families = EnumSet.noneOf(Family.class);
        from.each(() -> families.add(Family.valueOf(from.text())));
        var family = families.iterator().next();
        var campaign = new Campaign(family, from.number(), limit, enlisting);
        campaign.families.addAll(families);
        campaign.reference = from.text();
        from.each(
                () -> {
                    var key = Key.restored(from);
                    campaign.suspects.put(key, Suspect.restored(from));
                });
        from.each(() -> campaign.rules.put(wiring.rule(from.count()), from.number()));
        from.each(() -> campaign.accounts.add(from.text()));
        from.each(() -> campaign.paths.add(from.text()));
        from.each(() -> campaign.samples.add(from.text()));
        campaign.places.restore(from);
        campaign.start = from.number();
        campaign.last = from.number();
        campaign.events = from.number();
        from.each(() -> campaign.beyond.add(Key.restored(from)));
        campaign.manyPaths = from.flag();
        campaign.swallows = from.flag();
        campaign.news = from.flag();
        if (from.flag()) {
            var watch = wiring.crowd(from.count());
            var many = crowds.of(watch, campaign, from.number());
            many.restore(from);
            campaign.crowd = many;
        }
        return campaign;
    }
}

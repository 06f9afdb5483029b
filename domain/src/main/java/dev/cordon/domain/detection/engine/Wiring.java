package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which rule's events go where: built once from the rules, asked for every event. */
final class Wiring {

    private record StreamId(List<Integer> rules, Object grouping, boolean cold, int believed) {}

    private static final int[] NONE = {};

    private final Plan plan;
    private final DetectionSettings.Limits limits;
    private final Room room = new Room(Room.MOST);
    private final Map<StreamId, Stream> streams = new LinkedHashMap<>();
    private final List<List<Stream>> feeds = new ArrayList<>();
    private final List<List<Sequence>> sequences = new ArrayList<>();
    private final List<List<CrowdWatch>> against = new ArrayList<>();
    private final List<List<CrowdWatch>> about = new ArrayList<>();
    private final BitSet[] rootBits;
    private final List<Stream> coldStreams;
    private final List<Set<CrowdWatch>> aboutOne = new ArrayList<>();
    private final List<List<Integer>> referring = new ArrayList<>();
    private final List<Set<Integer>> roots = new ArrayList<>();
    private final List<@Nullable Watched> watched = new ArrayList<>();
    private final Map<Watch, CrowdWatch> crowds = new LinkedHashMap<>();
    private final Map<Rule, int[]> successes = new HashMap<>();
    private final Map<Rule, Stream> successStreams = new HashMap<>();
    private final Map<Integer, Company> companies = new HashMap<>();

    Wiring(Plan plan, DetectionSettings.Limits limits) {
        this.plan = plan;
        this.limits = limits;
        for (int i = 0; i < plan.rules().size(); i++) {
            feeds.add(new ArrayList<>());
            sequences.add(new ArrayList<>());
            against.add(new ArrayList<>());
            about.add(new ArrayList<>());
            referring.add(new ArrayList<>());
            watched.add(null);
            roots.add(rootsOf(i));
        }
        for (int i = 0; i < plan.rules().size(); i++) {
            if (plan.isAlerting(i)) {
                watched.set(i, watchedOf(i));
            }
        }
        for (int i = 0; i < plan.rules().size(); i++) {
            wire(i);
        }
        rootBits = roots.stream().map(Wiring::bits).toArray(BitSet[]::new);
        coldStreams = streams.values().stream().filter(Stream::isColdOnly).toList();
        about.forEach(each -> aboutOne.add(new LinkedHashSet<>(each)));
    }

    private static BitSet bits(Set<Integer> numbers) {
        var bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    /** The rules about events that it is made of. */
    private Set<Integer> rootsOf(int number) {
        var own = new TreeSet<Integer>();
        switch (plan.rules().get(number)) {
            case EventRule _ -> own.add(number);
            case CorrelationRule rule -> {
                for (int inner : plan.numbersOf(rule.rules())) {
                    own.addAll(inner < roots.size() ? roots.get(inner) : Set.of());
                }
            }
        }
        return own;
    }

    private Watched watchedOf(int number) {
        var rule = plan.rules().get(number);
        var family = Family.of(Watch.kindOf(rule.head().extension()));
        var alike = new HashSet<Rule>();
        for (int other = 0; other < roots.size(); other++) {
            var shared = new HashSet<>(roots.get(other));
            shared.retainAll(roots.get(number));
            var kind = Watch.kindOf(plan.rules().get(other).head().extension());
            if (!shared.isEmpty() && Family.of(kind) == family) {
                alike.add(plan.rules().get(other));
            }
        }
        return new Watched(rule, family, alike);
    }

    private void wire(int number) {
        var rule = plan.rules().get(number);
        var extension = rule.head().extension();
        if (plan.isAlerting(number)) {
            int[] through = plan.numbersOf(extension.successes());
            successes.put(rule, through);
            if (through.length > 0) {
                var stream =
                        stream(
                                through,
                                Grouping.byAddress(plan),
                                false,
                                Allowed.believedFor(Watch.kindOf(extension)));
                stream.keepFor(
                        rule instanceof CorrelationRule each
                                ? each.timespan().toSeconds()
                                : limits.visitMemory().toSeconds());
                successStreams.put(rule, stream);
            }
        }
        if (rule instanceof CorrelationRule correlation) {
            wire(correlation, number);
        }
    }

    private void wire(CorrelationRule rule, int number) {
        int[] members = plan.numbersOf(rule.rules());
        for (int member : members) {
            if (member >= plan.eventRules().size()) {
                referring.get(member).add(number);
            }
        }
        switch (rule.type()) {
            case TEMPORAL, TEMPORAL_ORDERED -> {
                int[] order = rule.rules().stream().mapToInt(plan::numberOf).toArray();
                var mine = watched.get(number);
                var sequence =
                        new Sequence(
                                mine == null ? watchedOf(number) : mine,
                                rule,
                                new Grouping(rule, plan),
                                order,
                                limits.visitors(),
                                room);
                Arrays.stream(members)
                        .distinct()
                        .forEach(each -> sequences.get(each).add(sequence));
            }
            case EVENT_COUNT, VALUE_COUNT -> count(rule, number, members);
        }
    }

    private void count(CorrelationRule rule, int number, int[] members) {
        var extension = rule.head().extension();
        var grouping = extension.crowd() ? Grouping.byAddress(plan) : new Grouping(rule, plan);
        int believed = Allowed.believedFor(Watch.kindOf(extension));
        var stream = stream(members, grouping, extension.cold(), believed);
        var ratio = extension.ratio();
        Stream counter = null;
        int[] others = ratio == null ? new int[0] : plan.numbersOf(ratio.to());
        if (ratio != null) {
            counter = stream(others, grouping.withoutValue(), false, believed);
        }
        var watch = new Watch(rule, number, stream, counter, limits.disorder().toSeconds());
        stream.watches().add(watch);
        companies.put(number, stream.company());
        if (extension.crowd()) {
            var crowd = new CrowdWatch(watch, limits.listed(), limits.disorder().toSeconds());
            crowds.put(watch, crowd);
            for (int other : others) {
                against.get(other).add(crowd);
                about.get(other).add(crowd);
            }
            for (int member : members) {
                about.get(member).add(crowd);
            }
        }
    }

    private Stream stream(int[] rules, Grouping grouping, boolean cold, int believed) {
        var numbers = Arrays.stream(rules).boxed().toList();
        var id = new StreamId(numbers, grouping.identity(), cold, believed);
        return streams.computeIfAbsent(
                id,
                _ -> {
                    var made =
                            new Stream(
                                    grouping,
                                    cold,
                                    believed,
                                    limits.visitors(),
                                    limits.disorder().toSeconds(),
                                    room);
                    for (int rule : rules) {
                        feeds.get(rule).add(made);
                    }
                    return made;
                });
    }

    List<Stream> streams(int rule) {
        return feeds.get(rule);
    }

    /** How many groups had to be forgotten early. */
    long forgotten() {
        return streams.values().stream().mapToLong(Stream::forgotten).sum()
                + allSequences().stream().mapToLong(Sequence::forgotten).sum();
    }

    Iterable<Stream> coldStreams() {
        return coldStreams;
    }

    Iterable<CrowdWatch> crowds() {
        return crowds.values();
    }

    /** The addresses behind the groups that the correlation counts; null if it counts none. */
    @Nullable Company companyOf(int rule) {
        return companies.get(rule);
    }

    @Nullable CrowdWatch crowd(Watch watch) {
        return crowds.get(watch);
    }

    List<CrowdWatch> crowdsAgainst(int rule) {
        return against.get(rule);
    }

    /** The crowds that any of these rules' events matter to. */
    Set<CrowdWatch> crowdsAbout(int[] rules) {
        Set<CrowdWatch> all = Set.of();
        for (int rule : rules) {
            var more = aboutOne.get(rule);
            if (all.isEmpty()) {
                all = more;
            } else if (!more.isEmpty()) {
                all = new LinkedHashSet<>(all);
                all.addAll(more);
            }
        }
        return all;
    }

    List<Sequence> sequences(int rule) {
        return sequences.get(rule);
    }

    /** The correlations that count this one's firing. */
    boolean isReferredTo(int rule) {
        return !referring.get(rule).isEmpty();
    }

    boolean isAlerting(int rule) {
        return plan.isAlerting(rule);
    }

    boolean isAlertingEventRule(int rule) {
        return rule < plan.eventRules().size() && plan.isAlerting(rule);
    }

    Watched watched(int rule) {
        var one = watched.get(rule);
        return one == null ? watchedOf(rule) : one;
    }

    int numberOf(Rule rule) {
        return plan.numberOf(rule.head().name());
    }

    /** Logins and the like of that group lately; null if there are none. */
    @Nullable Trail successesOf(Rule rule, Key key) {
        var stream = successStreams.get(rule);
        return stream == null ? null : stream.of(key);
    }

    /** Whether the event means, to a rule that saw the campaign, that somebody got through. */
    boolean isSuccess(Campaign campaign, Signal signal) {
        for (var rule : campaign.rules()) {
            for (int success : successes.getOrDefault(rule, NONE)) {
                if (signal.matches(success)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The worst of the rules that saw the campaign and that this event counts for. */
    @Nullable Rule bestKnown(Campaign campaign, Signal signal) {
        Rule best = null;
        for (var rule : campaign.rules()) {
            boolean counts = countsAny(numberOf(rule), signal);
            if (counts && (best == null || isMoreTelling(rule, best))) {
                best = rule;
            }
        }
        return best;
    }

    private boolean countsAny(int rule, Signal signal) {
        for (int matched : signal.rules) {
            if (rootBits[rule].get(matched)) {
                return true;
            }
        }
        return false;
    }

    /** The worse one; of two alike the one that needs no other event. */
    private static boolean isMoreTelling(Rule rule, Rule than) {
        int worse = rule.head().level().compareTo(than.head().level());
        return worse < 0 || worse == 0 && rule instanceof EventRule && !(than instanceof EventRule);
    }

    Rule rule(int number) {
        return plan.rules().get(number);
    }

    int numberOf(CrowdWatch crowd) {
        return List.copyOf(crowds.values()).indexOf(crowd);
    }

    CrowdWatch crowd(int number) {
        return List.copyOf(crowds.values()).get(number);
    }

    void save(StateWriter to) {
        streams.values().forEach(each -> each.save(to));
        crowds.values().forEach(each -> each.save(to));
        allSequences().forEach(each -> each.save(to));
    }

    void restore(StateReader from) {
        streams.values().forEach(each -> each.restore(from));
        crowds.values().forEach(each -> each.restore(from));
        allSequences().forEach(each -> each.restore(from));
    }

    private List<Sequence> allSequences() {
        return sequences.stream().flatMap(List::stream).distinct().toList();
    }
}

package dev.cordon.domain.detection.match;

import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.log.RequestPath;
import dev.cordon.domain.detection.rule.Condition;
import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.shape.Decoding;
import dev.cordon.domain.detection.shape.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Which rules an event matches. What is the same in many lines is worked out once: the tests that a
 * value satisfies, and the rules that a combination of them matches. Not safe for two threads.
 */
public final class RuleMatcher {

    private static final int[] NOTHING = {};
    private static final long TARGET = 1L << EventField.TARGET.ordinal();
    private static final long QUERY = 1L << EventField.QUERY.ordinal();
    private static final int MANY_VALUES = 1 << 18;
    private static final int SOME_VALUES = 1 << 16;
    private static final int STATUSES = 600;

    /** The rules of a combination; some need a look at the line itself. */
    private record Outcome(int[] rules, int[] undecided) {}

    private static final Outcome NO_RULE = new Outcome(NOTHING, NOTHING);

    private final List<EventRule> rules;
    private final Question[] conditions;
    private final Tests tests = new Tests();
    private final TestSets sets;
    private final List<FieldMemory> fields = new ArrayList<>();
    private final FieldMemory[] byField = new FieldMemory[EventField.values().length];
    private final List<Map.Entry<Condition, Integer>> lineTests;
    private final int[] statusSets = new int[STATUSES];
    private final ValueMemory combinations = new ValueMemory(SOME_VALUES);
    private final List<Outcome> outcomes = new ArrayList<>();
    private final RequestPath path = new RequestPath();
    private final long[] nothingUnknown;
    private final long[] differing;
    private final long salt;
    private long asked;
    private long lastKey;
    private Outcome last = NO_RULE;

    /**
     * @param salt any number that the log's visitors cannot know
     */
    public RuleMatcher(List<EventRule> rules, long salt) {
        this.rules = List.copyOf(rules);
        this.salt = salt;
        rules.forEach(rule -> tests.collect(rule.condition()));
        conditions =
                rules.stream()
                        .map(rule -> tests.compile(rule.condition()))
                        .toArray(Question[]::new);
        sets = new TestSets(tests.count());
        lineTests = tests.all().stream().filter(test -> Tests.isPerLine(test.getKey())).toList();
        nothingUnknown = sets.empty();
        differing = sets.empty();
        lineTests.forEach(test -> set(differing, test.getValue()));
        makeFields();
        forgetAll();
    }

    /**
     * The numbers of the rules that the event matches, ascending. The array is shared: not to be
     * changed.
     */
    public int[] match(EventCursor event) {
        if (sets.isFull() || outcomes.size() > MANY_VALUES) {
            forgetAll();
        }
        long key = event.eventClass().ordinal() + 1L;
        key = Hashes.mixed(key, statusSets[Math.clamp(event.status(), 0, STATUSES - 1)]);
        long present = event.present();
        long beside = (present & QUERY) != 0 ? TARGET : 0;
        for (long left = (present | beside) & asked; left != 0; left &= left - 1) {
            int field = Long.numberOfTrailingZeros(left);
            key = Hashes.mixed(key, (long) byField[field].setOf(event) << 8 | field);
        }
        if (key != lastKey) {
            int known = combinations.get(key);
            last = known == ValueMemory.UNKNOWN ? learn(key, event) : outcomes.get(known);
            lastKey = key;
        }
        return last.undecided.length == 0 ? last.rules : decided(event, last);
    }

    private Outcome learn(long key, EventCursor event) {
        long[] satisfied = satisfied(event);
        var sure = new ArrayList<Integer>();
        var undecided = new ArrayList<Integer>();
        for (int i = 0; i < rules.size(); i++) {
            var classes = rules.get(i).source().classes();
            if (!classes.isEmpty() && !classes.contains(event.eventClass())) {
                continue;
            }
            switch (conditions[i].ask(satisfied, differing)) {
                case YES -> sure.add(i);
                case UNKNOWN -> undecided.add(i);
                case NO -> {}
            }
        }
        var outcome =
                sure.isEmpty() && undecided.isEmpty()
                        ? NO_RULE
                        : new Outcome(numbers(sure), numbers(undecided));
        combinations.put(key, outcomes.size());
        outcomes.add(outcome);
        return outcome;
    }

    private int[] decided(EventCursor event, Outcome outcome) {
        long[] satisfied = satisfied(event);
        for (var test : lineTests) {
            if (holds(test.getKey(), event)) {
                set(satisfied, test.getValue());
            }
        }
        int[] all = Arrays.copyOf(outcome.rules, outcome.rules.length + outcome.undecided.length);
        int count = outcome.rules.length;
        for (int rule : outcome.undecided) {
            if (conditions[rule].ask(satisfied, nothingUnknown) == Question.Answer.YES) {
                all[count++] = rule;
            }
        }
        if (count == outcome.rules.length) {
            return outcome.rules;
        }
        int[] matched = Arrays.copyOf(all, count);
        Arrays.sort(matched);
        return matched;
    }

    private long[] satisfied(EventCursor event) {
        long[] satisfied = sets.empty();
        sets.addTo(satisfied, statusSets[Math.clamp(event.status(), 0, STATUSES - 1)]);
        for (var field : fields) {
            sets.addTo(satisfied, field.setOf(event));
        }
        return satisfied;
    }

    private static boolean holds(Condition test, EventCursor event) {
        return switch (test) {
            case Network(var network) ->
                    event.hasAddress() && network.contains(event.addressHigh(), event.addressLow());
            case Number number -> Tests.compare(number, event.size());
            default -> throw new IllegalStateException("not a test of the line: " + test);
        };
    }

    private void makeFields() {
        var decoding = new Decoding();
        var shapes = new Shapes();
        var target = new ArrayList<FieldMemory>();
        for (var field : EventField.values()) {
            var tests = new FieldTests(field, this.tests, decoding, shapes);
            if (field == EventField.PATH) {
                target.add(new PathMemory(tests));
            } else if (tests.isEmpty()) {
                continue;
            } else if (field == EventField.TARGET || field == EventField.QUERY) {
                target.add(new OneField(field, tests));
            } else {
                ask(field, new OneField(field, tests));
            }
        }
        ask(EventField.TARGET, new TargetMemory(target));
    }

    private void ask(EventField field, FieldMemory memory) {
        fields.add(memory);
        byField[field.ordinal()] = memory;
        asked |= 1L << field.ordinal();
    }

    private void forgetAll() {
        sets.clear();
        outcomes.clear();
        combinations.clear();
        lastKey = 0;
        fields.forEach(FieldMemory::forget);
        for (int status = 0; status < STATUSES; status++) {
            long[] satisfied = sets.empty();
            for (var test : tests.all()) {
                if (test.getKey() instanceof Number number
                        && number.field() == NumberField.STATUS
                        && status > 0
                        && Tests.compare(number, status)) {
                    set(satisfied, test.getValue());
                }
            }
            statusSets[status] = sets.numberOf(satisfied);
        }
    }

    private static void set(long[] tests, int number) {
        tests[number >> 6] |= 1L << number;
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What is known of a field's values: the number of the set of tests that each satisfies. */
    private abstract class FieldMemory {

        private final ValueMemory memory;
        private final EventField field;
        private int emptySet = -1;

        FieldMemory(EventField field, int places) {
            this.field = field;
            this.memory = new ValueMemory(places);
        }

        final int setOf(EventCursor event) {
            if (isEmpty(event)) {
                if (emptySet < 0) {
                    emptySet = answered(event);
                }
                return emptySet;
            }
            long hash = hash(event);
            int known = memory.get(hash);
            if (known == ValueMemory.UNKNOWN) {
                known = answered(event);
                memory.put(hash, known);
            }
            return known;
        }

        void forget() {
            memory.clear();
            emptySet = -1;
        }

        private int answered(EventCursor event) {
            long[] satisfied = sets.empty();
            answer(event, satisfied);
            return sets.numberOf(satisfied);
        }

        boolean isEmpty(EventCursor event) {
            return !event.has(field);
        }

        long hash(EventCursor event) {
            return hash(event, field);
        }

        final long hash(EventCursor event, EventField of) {
            return Hashes.of(event.bytes(), event.from(of), event.to(of), salt);
        }

        abstract void answer(EventCursor event, long[] satisfied);
    }

    private class OneField extends FieldMemory {

        private final EventField field;
        private final FieldTests asked;

        OneField(EventField field, FieldTests asked) {
            super(field, SOME_VALUES);
            this.field = field;
            this.asked = asked;
        }

        @Override
        void answer(EventCursor event, long[] satisfied) {
            asked.answer(event.bytes(), event.from(field), event.to(field), satisfied);
        }
    }

    /** A path is looked at as it was sent and as the server resolves it. */
    private final class PathMemory extends OneField {

        private final FieldTests asked;

        PathMemory(FieldTests asked) {
            super(EventField.PATH, asked);
            this.asked = asked;
        }

        @Override
        void answer(EventCursor event, long[] satisfied) {
            super.answer(event, satisfied);
            if (event.has(EventField.PATH)) {
                var resolved = path.read(event);
                if (!resolved.isAsSent(event)) {
                    asked.answerForm(resolved.bytes(), resolved.length(), satisfied);
                }
            }
        }
    }

    /** Most targets are known as a whole; of a new one, often its path or its query is. */
    private final class TargetMemory extends FieldMemory {

        private final List<FieldMemory> parts;

        TargetMemory(List<FieldMemory> parts) {
            super(EventField.TARGET, MANY_VALUES);
            this.parts = parts;
        }

        /** Some logs tell the query beside the target, or alone. */
        @Override
        boolean isEmpty(EventCursor event) {
            return super.isEmpty(event) && !event.has(EventField.QUERY);
        }

        @Override
        long hash(EventCursor event) {
            long hash = super.hash(event);
            boolean beside = event.has(EventField.QUERY) && !isWithin(event);
            return beside ? Hashes.mixed(hash, hash(event, EventField.QUERY)) : hash;
        }

        private static boolean isWithin(EventCursor event) {
            return event.from(EventField.QUERY) > event.from(EventField.TARGET)
                    && event.to(EventField.QUERY) <= event.to(EventField.TARGET);
        }

        @Override
        void answer(EventCursor event, long[] satisfied) {
            for (var part : parts) {
                sets.addTo(satisfied, part.setOf(event));
            }
        }

        @Override
        void forget() {
            super.forget();
            parts.forEach(FieldMemory::forget);
        }
    }
}

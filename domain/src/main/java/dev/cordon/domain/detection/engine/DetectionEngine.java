package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.state.StateBroken;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the logs of one store: bytes in, findings out. The result does not depend on how the
 * bytes are cut into pieces, nor on whether the engine was saved and restored between two of them.
 * Memory is bounded by the settings. Not safe for two threads, except for the lanes it is given.
 */
public final class DetectionEngine {

    private static final String FORM = "cordon/detection/v2";

    /** Fewer bytes are read sooner than others are told to. */
    private static final int WORTHWHILE = 16 * 1024;

    /** Where a log was when the engine was saved. */
    private record Left(int number, LogFormat format, ZoneId zone, byte[] reader) {}

    private final DetectionSettings settings;
    private final Lanes lanes;
    private final List<Lane> beside = new ArrayList<>();
    private final List<LineWatch> lines;
    private final List<EventRule> eventRules;
    private final Correlator correlator;
    private final Sha256 rules;
    private final List<String> names = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Left> left = new HashMap<>();

    /**
     * @param salt any number that the log's visitors cannot know
     */
    public DetectionEngine(RuleSet rules, DetectionSettings settings, long salt) {
        this(rules, settings, salt, Lanes.ONE);
    }

    /**
     * @param salt any number that the log's visitors cannot know
     */
    public DetectionEngine(RuleSet rules, DetectionSettings settings, long salt, Lanes lanes) {
        var plan = new Plan(rules);
        this.settings = settings;
        this.lanes = lanes;
        this.eventRules = plan.eventRules();
        this.correlator = new Correlator(plan, settings);
        for (int i = 0; i < lanes.count() && lanes.count() > 1; i++) {
            beside.add(new Lane(i, lanes.count(), plan, settings, salt));
        }
        this.lines =
                beside.isEmpty()
                        ? List.of(new LineWatch(plan, settings, correlator, salt))
                        : beside.stream().map(Lane::lines).toList();
        this.rules = rules.fingerprint();
    }

    /**
     * The engine that was saved, as it was: it goes on as if it had never stopped. Empty if other
     * rules or settings saved it, or if the bytes are damaged: then what it watched has to be read
     * again.
     */
    public static Optional<DetectionEngine> restored(
            RuleSet rules, DetectionSettings settings, long salt, byte[] state) {
        var engine = new DetectionEngine(rules, settings, salt);
        try {
            var from = new StateReader(state);
            var seal = from.text();
            var known = from.bytes();
            if (!engine.seal(known).equals(seal)) {
                return Optional.empty();
            }
            engine.restore(new StateReader(known));
            return Optional.of(engine);
        } catch (StateBroken damaged) {
            return Optional.empty();
        }
    }

    /** Only the same rules and settings can have made it, and nothing of it was changed. */
    private String seal(byte[] known) {
        return Canonical.tagged(FORM).add(rules).add(settings.toString()).add(known).sha256().hex();
    }

    /** All that it knows. Sources that were not opened again since the last time are kept. */
    public byte[] save() {
        var known = known();
        var to = new StateWriter();
        to.text(seal(known));
        to.bytes(known);
        return to.toBytes();
    }

    private byte[] known() {
        var to = new StateWriter();
        to.each(names, to::text);
        var all = new HashMap<>(left);
        sources.forEach(each -> all.put(names.get(each.number), each.leave()));
        to.number(all.size());
        all.forEach(
                (name, each) -> {
                    to.text(name);
                    to.number(each.number());
                    to.text(each.format().text());
                    to.text(each.zone().getId());
                    to.bytes(each.reader());
                });
        LineWatch.save(lines, to);
        correlator.save(to);
        return to.toBytes();
    }

    private void restore(StateReader from) {
        from.each(() -> names.add(from.text()));
        from.each(
                () ->
                        left.put(
                                from.text(),
                                new Left(
                                        from.count(),
                                        LogFormat.of(from.text()),
                                        ZoneId.of(from.text()),
                                        from.bytes())));
        LineWatch.restore(lines, from);
        correlator.restore(from);
        from.end();
    }

    /** Campaigns seen before a restart; one that goes on keeps its reference. */
    public void remember(List<Finding> known) {
        correlator.remember(known);
    }

    /**
     * One more log of the store. One that a restored engine knows by that name, format and zone
     * goes on where it was.
     *
     * @param name the source's name, which the finding's places refer to
     * @param zone of the source's clock, for formats whose lines do not say
     */
    public Source open(String name, LogFormat format, ZoneId zone) {
        var before = left.remove(name);
        int number = before == null ? names.size() : before.number();
        if (before == null) {
            names.add(name);
        }
        var source = new Source(number, format, zone);
        if (before != null && before.format().equals(format) && before.zone().equals(zone)) {
            source.readers.forEach(each -> each.restore(new StateReader(before.reader())));
        }
        sources.add(source);
        return source;
    }

    /** The campaigns that are new or have grown since the last call. */
    public List<Finding> news() {
        return correlator.news(names);
    }

    /** How many lines each rule about single lines matched since the engine was made, by name. */
    public Map<String, Long> matched() {
        var all = new HashMap<String, Long>();
        for (int i = 0; i < eventRules.size(); i++) {
            int rule = i;
            long count = lines.stream().mapToLong(lane -> lane.matched(rule)).sum();
            all.put(eventRules.get(i).head().name(), count);
        }
        return all;
    }

    /** Campaigns that turned out to be parts of others since the last call. */
    public List<CampaignMerged> merged() {
        return correlator.merged();
    }

    private interface Seeing {
        void event(EventCursor event, int source, long place, int length);
    }

    /** One log that is read. */
    public final class Source {

        private final int number;
        private final LogFormat format;
        private final ZoneId zone;
        private final List<LogReader> readers = new ArrayList<>();

        private Source(int number, LogFormat format, ZoneId zone) {
            this.number = number;
            this.format = format;
            this.zone = zone;
            if (beside.isEmpty()) {
                readers.add(new Reading(lines.getFirst()::observe).reader);
            }
            beside.forEach(lane -> readers.add(new Reading(lane::show).reader));
        }

        /** One way through the log's bytes. */
        private final class Reading {

            private final LogReader reader;
            private final Seeing seeing;

            Reading(Seeing seeing) {
                var limits = settings.limits();
                this.seeing = seeing;
                this.reader =
                        new LogReader(
                                format,
                                zone,
                                limits.longestLine(),
                                limits.futureTolerance(),
                                this::event);
            }

            private void event(EventCursor event) {
                seeing.event(event, number, reader.eventStart(), reader.eventLength());
            }
        }

        private Left leave() {
            var to = new StateWriter();
            readers.getFirst().save(to);
            return new Left(number, format, zone, to.toBytes());
        }

        /**
         * Takes the next bytes of the log.
         *
         * @param now when they came in: lines much later than that are not believed
         */
        public void feed(byte[] bytes, int from, int to, Instant now) {
            each(to - from, reader -> reader.feed(bytes, from, to, now));
        }

        /**
         * What comes next begins there, in bytes since the log's beginning; what lies between was
         * lost.
         */
        public void skipTo(long offset) {
            each(0, reader -> reader.skipTo(offset));
        }

        /**
         * Counts what comes by time too.
         *
         * @param from lines that begin before that place were counted already
         */
        public void countTraffic(long from) {
            readers.getFirst().countTraffic(from);
        }

        /** What was counted by time since it was last asked; empty if nobody wanted it counted. */
        public Optional<Traffic> traffic() {
            return readers.getFirst().traffic();
        }

        /** By which it is read: whoever reads ahead has to keep to the same. */
        public DetectionSettings.Limits limits() {
            return settings.limits();
        }

        /** What came in so far is complete: an unfinished line is a line. */
        public void end() {
            each(0, LogReader::end);
        }

        /** The latest moment that an understood line spoke of; null before the first. */
        public @Nullable Instant lastEventAt() {
            return readers.getFirst().counts(0).lastEventAt();
        }

        /** What came in so far and what became of it. */
        public IntakeCounts counts() {
            long visitors = lines.stream().mapToLong(LineWatch::forgotten).sum();
            return readers.getFirst().counts(visitors + correlator.forgotten());
        }

        private void each(int bytes, Consumer<LogReader> reading) {
            if (bytes < WORTHWHILE || beside.isEmpty()) {
                readers.forEach(reading);
            } else {
                lanes.side()
                        .accept(
                                readers.stream()
                                        .<Runnable>map(reader -> () -> reading.accept(reader))
                                        .toList());
            }
            Lane.tell(beside, correlator);
        }
    }
}

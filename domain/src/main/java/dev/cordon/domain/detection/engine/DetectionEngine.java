package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.rule.RuleSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches the logs of one store: bytes in, findings out. The result does not depend on how the
 * bytes are cut into pieces. Memory is bounded by the settings. Not safe for two threads.
 */
public final class DetectionEngine {

    private final DetectionSettings settings;
    private final LineWatch lines;
    private final Correlator correlator;
    private final List<String> sources = new ArrayList<>();

    /**
     * @param salt any number that the log's visitors cannot know
     */
    public DetectionEngine(RuleSet rules, DetectionSettings settings, long salt) {
        var plan = new Plan(rules);
        this.settings = settings;
        this.correlator = new Correlator(plan, settings);
        this.lines = new LineWatch(plan, settings, correlator, salt);
    }

    /** Campaigns seen before a restart; one that goes on keeps its reference. */
    public void remember(List<Finding> known) {
        correlator.remember(known);
    }

    /**
     * One more log of the store.
     *
     * @param name the source's name, which the finding's places refer to
     * @param zone of the source's clock, for formats whose lines do not say
     */
    public Source open(String name, LogFormat format, ZoneId zone) {
        sources.add(name);
        return new Source(sources.size() - 1, format, zone);
    }

    /** The campaigns that are new or have grown since the last call. */
    public List<Finding> news() {
        return correlator.news(sources);
    }

    /** Campaigns that turned out to be parts of others since the last call. */
    public List<CampaignMerged> merged() {
        return correlator.merged();
    }

    /** One log that is read. */
    public final class Source {

        private final int number;
        private final LogReader reader;

        private Source(int number, LogFormat format, ZoneId zone) {
            this.number = number;
            this.reader =
                    new LogReader(
                            format,
                            zone,
                            settings.limits().longestLine(),
                            settings.limits().futureTolerance(),
                            event ->
                                    lines.observe(event, this.number, eventStart(), eventLength()));
        }

        private long eventStart() {
            return reader.eventStart();
        }

        private int eventLength() {
            return reader.eventLength();
        }

        /**
         * Takes the next bytes of the log.
         *
         * @param now when they came in: lines much later than that are not believed
         */
        public void feed(byte[] bytes, int from, int to, Instant now) {
            reader.feed(bytes, from, to, now);
        }

        /** What came in so far is complete: an unfinished line is a line. */
        public void end() {
            reader.end();
        }

        /** The latest moment that an understood line spoke of; null before the first. */
        public @Nullable Instant lastEventAt() {
            return reader.counts(0).lastEventAt();
        }

        /** What came in so far and what became of it. */
        public IntakeCounts counts() {
            return reader.counts(lines.forgotten() + correlator.forgotten());
        }
    }
}

package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.match.Hashes;
import dev.cordon.domain.detection.match.RuleMatcher;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.BitSet;
import java.util.List;

/**
 * Looks at every line: what its visitor shows, which rules it matches. Only lines that some rule
 * matches go on to correlation.
 */
final class LineWatch {

    private final RuleMatcher matcher;
    private final Visits visits;
    private final Correlation correlation;
    private final BitSet aimed;
    private final AllowList allowed;
    private final Signal signal = new Signal();
    private final long[] matched;

    LineWatch(Plan plan, DetectionSettings settings, Correlation correlation, long salt) {
        this.matcher = new RuleMatcher(plan.eventRules(), salt);
        this.visits = new Visits(settings, salt);
        this.correlation = correlation;
        this.aimed = plan.aimed();
        this.allowed = new AllowList(settings.allowed());
        this.matched = new long[plan.eventRules().size()];
    }

    /** How many lines each rule matched since it was made, by the rule's number. */
    long matched(int rule) {
        return matched[rule];
    }

    long forgotten() {
        return visits.forgotten();
    }

    void observe(EventCursor event, int source, long place, int length) {
        int[] rules = matcher.match(event);
        int visitor = -1;
        if (event.hasAddress() && event.eventClass() == EventClass.HTTP_ACTIVITY) {
            visitor = visits.see(event);
            boolean learned = visits.learns(visitor, event, isAimed(rules));
            if (learned && visits.isSignalled(visitor)) {
                boolean bare = (visits.facts(visitor) & Visits.ASSET) == 0;
                correlation.warmed(event.addressHigh(), event.addressLow(), bare);
            }
        }
        if (rules.length > 0) {
            signal.source = source;
            signal.place = place;
            signal.length = length;
            signal(event, visitor, rules);
        }
    }

    /** Whether the request is what a rule about visitors without a browser counts. */
    private boolean isAimed(int[] rules) {
        for (int rule : rules) {
            if (aimed.get(rule)) {
                return true;
            }
        }
        return false;
    }

    private void signal(EventCursor event, int visitor, int[] rules) {
        for (int rule : rules) {
            matched[rule]++;
        }
        signal.time = event.epochSecond();
        signal.addressed = event.hasAddress();
        signal.high = event.addressHigh();
        signal.low = event.addressLow();
        signal.purposes = signal.addressed ? allowed.purposesOf(signal.high, signal.low) : 0;
        signal.rules = rules;
        signal.agent = agentOf(event);
        signal.referer = event.hasReferer();
        signal.facts = visitor < 0 ? 0 : visits.facts(visitor);
        signal.firstSeen = visitor < 0 ? signal.time : visits.firstSeen(visitor);
        signal.account = event.has(EventField.ACCOUNT) ? event.text(EventField.ACCOUNT) : null;
        if (visitor >= 0) {
            visits.signalled(visitor);
        }
        signal.about(event);
        correlation.observe(signal);
    }

    /** A number that is equal for equal user agents, and nearly always only for them. */
    private static int agentOf(EventCursor event) {
        int from = event.from(EventField.USER_AGENT);
        return (int) Hashes.of(event.bytes(), from, event.to(EventField.USER_AGENT), 0);
    }

    /** Which of so many lanes looks at that address. */
    static int laneOf(long high, long low, int count) {
        return count == 1 ? 0 : (int) Long.remainderUnsigned(Hashes.mixed(high, low) >>> 20, count);
    }

    static void save(List<LineWatch> lanes, StateWriter to) {
        to.each(lanes, lane -> lane.visits.save(to));
    }

    /** There may have been another number of lanes. */
    static void restore(List<LineWatch> lanes, StateReader from) {
        from.each(
                () ->
                        Visits.restore(
                                from,
                                (high, low) -> lanes.get(laneOf(high, low, lanes.size())).visits));
    }
}

package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.match.RuleMatcher;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.BitSet;

/**
 * Looks at every line: what its visitor shows, which rules it matches. Only lines that some rule
 * matches go on to correlation.
 */
final class LineWatch {

    private final RuleMatcher matcher;
    private final Visits visits;
    private final Correlator correlator;
    private final BitSet aimed;
    private final Signal signal = new Signal();

    LineWatch(Plan plan, DetectionSettings settings, Correlator correlator, long salt) {
        this.matcher = new RuleMatcher(plan.eventRules(), salt);
        this.visits = new Visits(settings, salt);
        this.correlator = correlator;
        this.aimed = plan.aimed();
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
                correlator.warmed(event.addressHigh(), event.addressLow());
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
        signal.time = event.epochSecond();
        signal.addressed = event.hasAddress();
        signal.high = event.addressHigh();
        signal.low = event.addressLow();
        signal.rules = rules;
        signal.agent = event.userAgentHash();
        signal.referer = event.hasReferer();
        signal.facts = visitor < 0 ? 0 : visits.facts(visitor);
        signal.firstSeen = visitor < 0 ? signal.time : visits.firstSeen(visitor);
        signal.account = event.has(EventField.ACCOUNT) ? event.text(EventField.ACCOUNT) : null;
        if (visitor >= 0) {
            visits.signalled(visitor);
        }
        signal.about(event);
        correlator.observe(signal);
    }

    void save(StateWriter to) {
        visits.save(to);
    }

    void restore(StateReader from) {
        visits.restore(from);
    }
}

package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.EventCursor;
import java.util.EnumSet;
import java.util.Set;

/** The tries of one visitor at one login. */
final class LoginTries {

    /** What {@link #burstStart} answers when there is no burst. */
    static final long NONE = Long.MIN_VALUE;

    /** A customer who mistypes tries again; hardly a third time without looking for help. */
    private static final int HUMAN_REFUSALS = 2;

    private final Address address;
    private final RecentTimes refused = new RecentTimes();
    private final RecentTimes accepted = new RecentTimes();
    private final int firstAgent;
    private boolean changedAgent;
    private int tries;
    private int cold;
    private int withReferer;
    private long last = NONE;

    /** The slice of the {@link SpreadWindow} that counts this visitor's latest refusal. */
    long countedIn = NONE;

    /** Whether a full campaign has counted this visitor without listing it. */
    boolean unlisted;

    LoginTries(EventCursor line) {
        address = line.address();
        firstAgent = line.userAgentHash();
    }

    /**
     * @param atHome whether the visitor has looked at anything else of the shop lately
     */
    void add(EventCursor line, boolean isAccepted, boolean atHome) {
        (isAccepted ? accepted : refused).add(line.epochSecond());
        tries++;
        cold += atHome ? 0 : 1;
        withReferer += line.hasReferer() ? 1 : 0;
        changedAgent |= line.userAgentHash() != firstAgent;
        last = Math.max(last, line.epochSecond());
    }

    Address address() {
        return address;
    }

    RecentTimes refused() {
        return refused;
    }

    RecentTimes accepted() {
        return accepted;
    }

    long last() {
        return last;
    }

    /** Whether it mostly came straight to the login, without a look at anything else. */
    boolean isCold() {
        return 2 * cold > tries;
    }

    boolean neverSaidWhereFrom() {
        return withReferer == 0;
    }

    /** Whether its tries look like those of somebody who mistyped. */
    boolean isPolite() {
        return withReferer == tries && refused.size() <= HUMAN_REFUSALS && !changedAgent;
    }

    /**
     * The first refusal of a burst that includes the moment: enough refusals within the window and
     * enough of them for each accepted login; {@link #NONE} if there is none.
     */
    long burstStart(long moment, DetectionSettings settings) {
        long window = settings.burst().window().toSeconds();
        int first = refused.firstFrom(moment - window + 1);
        for (int i = first; i < refused.size() && refused.get(i) <= moment; i++) {
            long start = refused.get(i);
            int failures = refused.between(start, start + window);
            int successes = accepted.between(start, start + window);
            if (failures >= settings.burst().refused()
                    && failures >= settings.refusedPerAccepted() * successes) {
                return start;
            }
        }
        return NONE;
    }

    /** What of an attacker shows in the log. */
    Set<Sign> signs() {
        var signs = EnumSet.noneOf(Sign.class);
        if (isCold()) {
            signs.add(Sign.NO_OTHER_PAGE);
        }
        if (neverSaidWhereFrom()) {
            signs.add(Sign.NO_REFERER);
        }
        if (changedAgent) {
            signs.add(Sign.CHANGING_USER_AGENT);
        }
        return signs;
    }
}

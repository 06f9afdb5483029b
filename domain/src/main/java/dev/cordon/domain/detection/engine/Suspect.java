package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An address named in a campaign, and what it did there. */
final class Suspect {

    private static final int MOST_LOGINS = 64;

    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final List<Instant> logins = new ArrayList<>();
    private int events;
    private int successes;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void sign(Sign sign) {
        signs.add(sign);
    }

    /** What its trail looks like. */
    void describe(Trail trail) {
        if (trail.isColdMostly()) {
            signs.add(Sign.NO_OTHER_PAGE);
        }
        if (trail.neverSaidWhereFrom()) {
            signs.add(Sign.NO_REFERER);
        }
        if (trail.hasChangedAgent()) {
            signs.add(Sign.CHANGING_USER_AGENT);
        }
    }

    void event(long time) {
        events++;
        seen(time);
    }

    void success(long time) {
        successes++;
        if (logins.size() < MOST_LOGINS) {
            logins.add(Instant.ofEpochSecond(time));
        }
        seen(time);
    }

    int events() {
        return events;
    }

    /** Both views of one address, each of which may have seen only a part. */
    void addAll(Suspect other) {
        signs.addAll(other.signs);
        events = Math.max(events, other.events);
        successes = Math.max(successes, other.successes);
        other.logins.stream()
                .filter(login -> !logins.contains(login))
                .limit(Math.max(0, MOST_LOGINS - logins.size()))
                .forEach(logins::add);
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    int successes() {
        return successes;
    }

    List<Instant> logins() {
        return logins;
    }

    AddressFacts facts(Address address) {
        return new AddressFacts(
                address,
                events,
                successes,
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last),
                signs);
    }

    private void seen(long time) {
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    void save(StateWriter to) {
        to.each(signs, sign -> to.text(sign.name()));
        to.each(logins, login -> to.number(login.getEpochSecond()));
        to.number(events);
        to.number(successes);
        to.number(first);
        to.number(last);
    }

    static Suspect restored(StateReader from) {
        var suspect = new Suspect();
        from.each(() -> suspect.signs.add(Sign.valueOf(from.text())));
        from.each(() -> suspect.logins.add(Instant.ofEpochSecond(from.number())));
        suspect.events = from.count();
        suspect.successes = from.count();
        suspect.first = from.number();
        suspect.last = from.number();
        return suspect;
    }
}

package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An address named in a campaign, and what it did there. */
final class Suspect {

    private final RecentTimes logins = new RecentTimes();
    private final Set<Sign> signs;
    private int refused;
    private int accepted;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * @param since what it did from then on belongs to the campaign
     * @param why what it is named for, where that is more than what it looks like
     */
    Suspect(LoginTries tries, long since, @Nullable Sign why) {
        signs = EnumSet.copyOf(why == null ? tries.signs() : Set.of(why));
        signs.addAll(tries.signs());
        refused = tries.refused().since(since, this::seen);
        accepted = tries.accepted().since(since, this::entered);
    }

    void add(LoginTries tries, long moment, boolean isAccepted) {
        signs.addAll(tries.signs());
        if (isAccepted) {
            accepted++;
            entered(moment);
        } else {
            refused++;
            seen(moment);
        }
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    AddressFacts facts(Address address) {
        return new AddressFacts(
                address,
                refused,
                accepted,
                Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last),
                signs);
    }

    void forEachLogin(Consumer<Instant> action) {
        logins.since(Long.MIN_VALUE, time -> action.accept(Instant.ofEpochSecond(time)));
    }

    private void entered(long moment) {
        logins.add(moment);
        seen(moment);
    }

    private void seen(long moment) {
        first = Math.min(first, moment);
        last = Math.max(last, moment);
    }
}

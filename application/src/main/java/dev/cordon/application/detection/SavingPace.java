package dev.cordon.application.detection;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a growing campaign is stored. Each time is a revision that is kept: so at first always,
 * then the rarer the longer it goes on; but at once whenever somebody got in or it turned out to be
 * more than it seemed.
 */
final class SavingPace {

    private static final int EAGER = 20;
    private static final int LONG = 200;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(1);

    /** Campaigns end without a word; so many at once are more than enough to remember. */
    private static final int CAMPAIGNS = 64;

    private record Saved(int times, Instant at, int logins, AttackKind kind) {}

    private final Map<String, Saved> saved =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Saved> eldest) {
                    return size() > CAMPAIGNS;
                }
            };

    boolean isDue(Finding finding, Instant now) {
        var last = saved.get(finding.reference());
        return last == null
                || last.times() < EAGER
                || finding.logins().size() > last.logins()
                || finding.kind() != last.kind()
                || !now.isBefore(last.at().plus(last.times() < LONG ? PAUSE : LONG_PAUSE));
    }

    void saved(Finding finding, Instant now) {
        saved.merge(
                finding.reference(),
                new Saved(1, now, finding.logins().size(), finding.kind()),
                SavingPace::again);
    }

    private static Saved again(Saved before, Saved now) {
        return new Saved(before.times() + 1, now.at(), now.logins(), now.kind());
    }
}

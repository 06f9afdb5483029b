package dev.cordon.application.evidence;

import dev.cordon.application.evidence.TimeStampAuthority.Answer;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Lag;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the newest checkpoint stamped with the time by every authority whose turn it is: once in a
 * while, and only if the ledger grew by more than such stamps. What fails is told and tried again.
 */
@StreamingUseCase
public class AnchorLedger {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorLedger.class);

    private final TimeStamps stamps;
    private final Anchors anchors;
    private final Lags lags;
    private final NewestCheckpoint newest;
    private final UnitOfWork work;
    private final InstantSource clock;

    AnchorLedger(
            TimeStamps stamps,
            Anchors anchors,
            Lags lags,
            NewestCheckpoint newest,
            UnitOfWork work,
            InstantSource clock) {
        this.stamps = stamps;
        this.anchors = anchors;
        this.lags = lags;
        this.newest = newest;
        this.work = work;
        this.clock = clock;
    }

    @Requires(Permission.LEDGER_SEQUENCE)
    public void anchor() {
        for (var authority : stamps.authorities()) {
            work.commit(() -> due(authority.name(), clock.instant()))
                    .ifPresent(checkpoint -> stamp(authority, checkpoint));
        }
    }

    private Optional<SignedCheckpoint> due(String authority, Instant now) {
        if (lags.of(authority).filter(lag -> lag.next().isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        var last = anchors.newest(authority);
        if (last.filter(one -> one.at().plus(stamps.every()).isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        long before = last.map(Anchor::size).orElse(0L);
        return newest.genuine()
                .filter(checkpoint -> checkpoint.size() > before)
                .filter(checkpoint -> anchors.isMoreThanAnchors(before, checkpoint.size()));
    }

    private void stamp(TimeStampAuthority authority, SignedCheckpoint checkpoint) {
        switch (authority.stamp(Anchor.imprint(checkpoint))) {
            case Answer.Stamped(var token, var at) ->
                    work.run(
                            () -> {
                                anchors.add(
                                        new Anchor(checkpoint.size(), authority.name(), at, token));
                                lags.over(authority.name());
                            });
            case Answer.Failed(var why, var detail) -> {
                LOG.warn(
                        "a checkpoint has no time stamp yet authority={} size={} why={}: {}",
                        authority.name(),
                        checkpoint.size(),
                        why,
                        detail);
                work.run(() -> failed(authority.name(), why, detail, clock.instant()));
            }
        }
    }

    private void failed(String authority, Anchor.Flaw why, String detail, Instant now) {
        lags.put(
                lags.of(authority)
                        .map(lag -> lag.again(why.name(), detail, now))
                        .orElseGet(() -> Lag.first(authority, why.name(), detail, now)));
    }
}

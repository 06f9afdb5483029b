package dev.cordon.application.notification;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DispatchState.Kind;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes down each step of a dispatch before the next one begins: what is in flight is committed
 * before it leaves, what became of it before another leaves.
 */
@Supporting
class DispatchLedger {

    /** How a run may begin. */
    sealed interface Start {
        record Cleared(Campaign campaign) implements Start {}

        /** Everybody had an outcome before. */
        record Over() implements Start {}

        record Refused(String why) implements Start {}
    }

    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final Dispatches dispatches;
    private final Clearance clearance;
    private final UnitOfWork work;
    private final InstantSource clock;

    DispatchLedger(
            Campaigns campaigns,
            Deliveries deliveries,
            Dispatches dispatches,
            Clearance clearance,
            UnitOfWork work,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.dispatches = dispatches;
        this.clearance = clearance;
        this.work = work;
        this.clock = clock;
    }

    /** What a former run left in flight when it was cut off becomes unknown, whatever follows. */
    Start begin(CampaignId id, Actor by) {
        return work.commit(
                () -> {
                    deliveries.abandonInFlight(id, clock.instant());
                    var campaign = campaigns.get(id, StoreScope.ALL);
                    if (campaign.phase() instanceof Campaign.Phase.Completed) {
                        return new Start.Over();
                    }
                    var objection = clearance.objection(campaign);
                    if (objection.isPresent()) {
                        return refuse(campaign, objection.get(), by);
                    }
                    note(new DispatchState(Kind.SENDING, "", null, clock.instant()), id);
                    return new Start.Cleared(campaign);
                });
    }

    private Start refuse(Campaign campaign, String why, Actor by) {
        campaigns.save(campaign.refuseDispatch(why, by, clock.instant()));
        note(new DispatchState(Kind.REFUSED, why, null, clock.instant()), campaign.id());
        return new Start.Refused(why);
    }

    boolean hasDue(CampaignId campaign) {
        return work.commit(() -> deliveries.nextAttempt(campaign))
                .filter(next -> !next.isAfter(clock.instant()))
                .isPresent();
    }

    Optional<Delivery> claim(CampaignId campaign, String domain) {
        return work.commit(() -> claimed(campaign, domain));
    }

    /** Settles one message and takes the next, in one commit. */
    Optional<Delivery> settle(
            Delivery claimed, DeliveryResult result, String domain, BooleanSupplier goOn) {
        return work.commit(
                () -> {
                    deliveries.settle(claimed, result, clock.instant());
                    return goOn.getAsBoolean()
                            ? claimed(claimed.campaign(), domain)
                            : Optional.empty();
                });
    }

    /** Empty also when the campaign is no longer approved as it stands: the next run says why. */
    private Optional<Delivery> claimed(CampaignId campaign, String domain) {
        return campaigns.get(campaign, StoreScope.ALL).isApprovedAsItStands()
                ? deliveries.claim(campaign, domain, clock.instant())
                : Optional.empty();
    }

    /** It certainly did not leave: somebody takes it again later. */
    void putBack(Delivery claimed, String why) {
        work.run(
                () ->
                        deliveries.settle(
                                claimed, new Deferred(why, "", Duration.ZERO), clock.instant()));
    }

    /**
     * Completes the campaign if everybody has an outcome.
     *
     * @return when to go on; empty if it is complete
     */
    Optional<Instant> end(CampaignId id, Actor by) {
        return work.commit(
                () -> {
                    deliveries.hold(id);
                    var tally = deliveries.tally(id);
                    var now = clock.instant();
                    if (tally.unfinished() > 0) {
                        return deliveries.nextAttempt(id).or(() -> Optional.of(now));
                    }
                    var campaign = campaigns.get(id, StoreScope.ALL);
                    campaigns.save(campaign.complete(tally, by, now));
                    note(new DispatchState(Kind.COMPLETED, "", null, now), id);
                    return Optional.empty();
                });
    }

    void waits(CampaignId campaign, String why, Instant next) {
        work.run(() -> note(new DispatchState(Kind.WAITING, why, next, clock.instant()), campaign));
    }

    private void note(DispatchState state, CampaignId campaign) {
        dispatches.note(campaign, state);
    }
}

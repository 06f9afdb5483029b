package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Relates the events that rules matched, in the order they come: counts them by group, and makes
 * campaigns of what fires. Everything that depends on more than one line and one address happens
 * here, so that splitting the reading of lines over several threads changes no alert.
 */
final class Correlator implements Correlation {

    private final Wiring wiring;
    private final Campaigns campaigns;
    private final DetectionSettings settings;
    private long latest;

    Correlator(Plan plan, DetectionSettings settings) {
        this.settings = settings;
        wiring = new Wiring(plan, settings.limits());
        campaigns = new Campaigns(settings);
    }

    void remember(List<Finding> known) {
        campaigns.remember(known);
    }

    @Override
    public void observe(Signal signal) {
        latest = signal.time;
        for (int rule : signal.rules) {
            for (var crowd : wiring.crowdsAgainst(rule)) {
                crowd.countedAgainst(signal);
            }
        }
        boolean grown = grow(signal);
        for (int rule : signal.rules) {
            matched(rule, signal);
        }
        if (!grown) {
            considerCrowds(signal);
        }
    }

    /** What counts only those without a browser forgets it. */
    @Override
    public void warmed(long high, long low, boolean bare) {
        var key = new Key(high, low, true);
        wiring.coldStreams().forEach(stream -> stream.forget(key));
        for (var crowd : wiring.crowds()) {
            var trail = crowd.eventsOf(key);
            if (trail != null) {
                trail.warmed(bare);
            }
            if (crowd.watch().rule().head().extension().cold()) {
                crowd.warmed(key);
            }
        }
    }

    List<Finding> news(List<String> sources) {
        return campaigns.news(sources);
    }

    List<CampaignMerged> merged() {
        return campaigns.takeMerged();
    }

    long forgotten() {
        return wiring.forgotten();
    }

    void save(StateWriter to) {
        to.number(latest);
        wiring.save(to);
        campaigns.save(to, wiring);
    }

    void restore(StateReader from) {
        latest = from.number();
        wiring.restore(from);
        campaigns.restore(from, wiring, this::crowd);
    }

    /** A rule matched, or a correlation fired that others refer to. */
    private void matched(int rule, Signal signal) {
        for (var stream : wiring.streams(rule)) {
            var trail = stream.add(signal, rule);
            if (trail != null) {
                for (var watch : stream.watches()) {
                    look(watch, rule, trail, signal);
                }
            }
        }
        for (var sequence : wiring.sequences(rule)) {
            var steps = sequence.take(signal, rule);
            if (steps != null) {
                fire(
                        wiring.numberOf(sequence.rule()),
                        sequence.watched(),
                        sequence.keyOf(signal, rule),
                        steps,
                        0,
                        signal);
            }
        }
        if (wiring.isAlertingEventRule(rule)) {
            var watched = wiring.watched(rule);
            var key = signal.addressed ? signal.key() : Key.STORE;
            if (campaigns.knows(watched.rule(), key, signal.time)) {
                return;
            }
            fire(rule, watched, key, null, 0, signal);
        }
    }

    private void look(Watch watch, int rule, Trail trail, Signal signal) {
        watch.counted(signal);
        var crowd = watch.isCrowd() ? wiring.crowd(watch) : null;
        if (crowd != null) {
            lookAtCrowd(crowd, signal);
            return;
        }
        if (watch.isTooShort(trail)) {
            return;
        }
        var key = watch.stream().keyOf(signal, rule);
        boolean done =
                key != null
                        && !wiring.isReferredTo(watch.number())
                        && campaigns.knows(watch.rule(), key, signal.time);
        if (key == null || done) {
            accompany(watch.rule(), key, signal);
            return;
        }
        int start = watch.firesAt(key, trail, signal);
        if (start >= 0) {
            fire(watch.number(), wiring.watched(watch.number()), key, trail, start, signal);
        }
    }

    private void fire(
            int rule, Watched watched, Key key, @Nullable Trail trail, int start, Signal signal) {
        if (wiring.isReferredTo(rule)) {
            matched(rule, signal);
        }
        if (!wiring.isAlerting(rule)) {
            return;
        }
        long since = trail == null ? signal.time : trail.time(start);
        var campaign = campaigns.join(watched, key, since, signal.time);
        boolean wasNamed = campaign.names(key);
        campaign.fired(watched.rule(), signal);
        var company = wiring.companyOf(rule);
        if (!wasNamed && company != null && company.isOf(key)) {
            campaign.name(key, null, null, since, watched.rule(), null);
            company.forEach(key, since, (each, did) -> name(campaign, watched, each, did, since));
            campaigns.mergeIfMany(watched, signal.time);
        } else if (!wasNamed) {
            campaign.name(
                    key,
                    trail == null ? single(signal) : trail,
                    wiring.successesOf(watched.rule(), key),
                    since,
                    watched.rule(),
                    trail == null ? Sign.ATTACK_PATTERN : Sign.MANY_EVENTS);
            campaigns.mergeIfMany(watched, signal.time);
        }
    }

    private void name(Campaign campaign, Watched watched, Key key, Trail did, long since) {
        var letIn = wiring.successesOf(watched.rule(), key);
        campaign.name(key, did, letIn, since, watched.rule(), Sign.MANY_EVENTS);
    }

    /** One more address did what a group's campaign is about, where the group is no address. */
    private void accompany(Rule rule, @Nullable Key group, Signal signal) {
        if (group == null || group.address() || group.equals(Key.STORE) || !signal.addressed) {
            return;
        }
        var key = signal.key();
        var campaign = campaigns.knowing(rule, group, signal.time);
        if (campaign != null && !campaign.names(key)) {
            campaign.name(key, single(signal), null, signal.time, rule, Sign.MANY_EVENTS);
        }
    }

    private static Trail single(Signal signal) {
        return Trail.of(new long[] {signal.time}, new long[] {Places.packed(signal)}, signal);
    }

    private void lookAtCrowd(CrowdWatch crowd, Signal signal) {
        crowd.counted(signal);
        var watched = wiring.watched(crowd.watch().number());
        var there = campaigns.crowd(crowd, signal.time);
        if (there != null || !crowd.fires(signal)) {
            return;
        }
        long explained = campaigns.explainedUntil(watched, signal.time);
        if (crowd.forgetUntil(explained) && !crowd.fires(signal)) {
            return;
        }
        long since = Math.max(signal.time - crowd.watch().window(), explained + 1);
        var campaign = campaigns.joinCrowd(watched, signal.time);
        campaign.fired(watched.rule(), signal);
        var before = campaign.crowd();
        if (before == null || before.isNarrowerThan(crowd)) {
            var many = crowd(crowd, campaign, since);
            campaign.becomeCrowd(many);
            many.begin();
        }
    }

    private Crowd crowd(CrowdWatch watch, Campaign campaign, long since) {
        var family = wiring.watched(watch.watch().number()).family();
        return new Crowd(
                watch,
                campaign,
                since,
                settings.limits().listed(),
                key -> campaigns.hasOwn(family, key, latest));
    }

    /** Whether the address belongs to the crowd of a campaign that goes on. */
    private void considerCrowds(Signal signal) {
        if (!signal.addressed) {
            return;
        }
        for (var crowd : wiring.crowdsAbout(signal.rules)) {
            var campaign = campaigns.crowd(crowd, signal.time);
            if (campaign != null && campaign.crowd() instanceof Crowd many && many.goesOn()) {
                many.consider(signal.key(), signal.time);
            }
        }
    }

    private boolean grow(Signal signal) {
        var key = signal.addressed ? signal.key() : Key.STORE;
        boolean grown = false;
        for (var campaign : campaigns.of(key, signal.time)) {
            if (wiring.isSuccess(campaign, signal)) {
                if (campaign.crowd() instanceof Crowd crowd && crowd.takesBack(key)) {
                    campaigns.takeBack(campaign, key);
                } else {
                    campaign.success(key, signal);
                }
                grown = true;
            } else {
                var rule = wiring.bestKnown(campaign, signal);
                if (rule != null) {
                    campaign.grow(key, signal, rule);
                    grown = true;
                }
            }
        }
        return grown;
    }
}

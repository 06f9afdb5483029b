package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.rule.Level;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns that go on: finds the one that an event belongs to, opens new ones, and makes one
 * of those that turn out to be the same. What one address does at one time is one campaign,
 * whatever rules see it.
 */
final class Campaigns {

    /** So many addresses that do the same at the same time are one campaign. */
    private static final int TOGETHER = 3;

    /** What is low in itself, such as the name of a common tool, says little: so many of those. */
    private static final int LOW_TOGETHER = 100;

    private static final int MOST = 4_096;

    /** Nobody heard of more that were found to be parts of others before anybody asked. */
    private static final int MOST_MERGED = 20_000;

    private final DetectionSettings settings;
    private final Map<Key, List<Campaign>> byKey = new HashMap<>();
    private final List<Campaign> open = new ArrayList<>();
    private final List<Campaign> ended = new ArrayList<>();
    private final List<CampaignMerged> merged = new ArrayList<>();
    private final List<Finding> known = new ArrayList<>();

    Campaigns(DetectionSettings settings) {
        this.settings = settings;
    }

    void remember(List<Finding> findings) {
        known.addAll(findings);
    }

    /** The campaigns that the group is named in and that go on. */
    List<Campaign> of(Key key, long moment) {
        var all = byKey.get(key);
        if (all == null) {
            return List.of();
        }
        if (all.size() == 1) {
            return all.getFirst().isAround(moment, gap()) ? List.copyOf(all) : List.of();
        }
        return all.stream().filter(each -> each.isAround(moment, gap())).toList();
    }

    /** Whether the rule has fired for the group and the campaign goes on. */
    boolean knows(Rule rule, Key key, long moment) {
        return knowing(rule, key, moment) != null;
    }

    /** The campaign that goes on and that the rule fired for, of that group; null if none. */
    @Nullable Campaign knowing(Rule rule, Key key, long moment) {
        var all = byKey.get(key);
        if (all == null) {
            return null;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).knows(rule) && all.get(i).isAround(moment, gap())) {
                return all.get(i);
            }
        }
        return null;
    }

    /** The campaign that a firing rule's group belongs to, an old one or a new. */
    Campaign join(Watched watched, Key key, long start, long moment) {
        var named =
                of(key, moment).stream()
                        .filter(each -> each.crowd() == null || each.swallows())
                        .toList();
        var there = first(named.stream().filter(each -> each.isOf(watched.family())).toList());
        if (there == null && watched.family().isStoreWide()) {
            there = around(watched.family(), moment);
            if (there != null) {
                absorbSingles(there, named);
            }
        }
        if (there == null) {
            there = key.equals(Key.STORE) ? around(watched.family(), moment) : first(named);
        }
        if (there == null) {
            return open(watched, key, start, moment);
        }
        there.becomeOf(watched.family());
        return there;
    }

    /** The campaign of a crowd: an old one that it grew out of, or a new. */
    Campaign joinCrowd(Watched watched, long moment) {
        var like = alike(watched, moment);
        var crowds = like.stream().filter(each -> each.crowd() != null).toList();
        var singles = like.stream().filter(each -> isSingleLike(watched, each, moment)).toList();
        if (suspects(singles) < TOGETHER || !watched.isQuick()) {
            return crowds.isEmpty() ? open(watched, Key.STORE, moment, moment) : crowds.getFirst();
        }
        var quick = crowds.stream().filter(Campaigns::isQuickCrowd).toList();
        var first = quick.isEmpty() ? singles.getFirst() : quick.getFirst();
        singles.stream().filter(each -> each != first).forEach(each -> merge(first, each));
        return first;
    }

    /** The group turned out to be a customer, not one of the crowd. */
    void takeBack(Campaign campaign, Key key) {
        campaign.takeBack(key);
        strike(campaign, key);
    }

    /** Whether the group has a campaign of its own in that family. */
    boolean hasOwn(Family family, Key key, long moment) {
        return of(key, moment).stream().anyMatch(each -> each.crowd() == null && each.isOf(family));
    }

    /** The crowd's campaign, if it goes on. */
    @Nullable Campaign crowd(CrowdWatch watch, long moment) {
        for (var each : open) {
            var crowd = each.crowd();
            boolean same = crowd != null && each.knows(watch.watch().rule());
            if (same && each.isAround(moment, gap())) {
                return each;
            }
        }
        return null;
    }

    /** Until when crowds that are over explain such events; what they did counts for no new one. */
    long explainedUntil(Watched watched, long moment) {
        long until = Long.MIN_VALUE;
        for (var each : open) {
            boolean over = each.crowd() != null && !each.isAround(moment, gap());
            if (over && each.last() < moment && isAlike(each, watched)) {
                until = Math.max(until, each.last());
            }
        }
        return until;
    }

    /** Makes one of campaigns of single addresses that do the same at once. */
    void mergeIfMany(Watched watched, long moment) {
        boolean low = watched.rule().head().level().compareTo(Level.MEDIUM) > 0;
        var like = alike(watched, moment);
        var singles = like.stream().filter(each -> isSingleLike(watched, each, moment)).toList();
        if (suspects(singles) >= (low ? LOW_TOGETHER : TOGETHER)) {
            var crowds = like.stream().filter(Campaigns::isQuickCrowd).toList();
            var first = crowds.isEmpty() ? singles.getFirst() : crowds.getFirst();
            singles.stream().filter(each -> each != first).forEach(each -> merge(first, each));
        }
    }

    List<CampaignMerged> takeMerged() {
        var taken = List.copyOf(merged);
        merged.clear();
        return taken;
    }

    /** The campaigns that are new or have grown since the last call. */
    List<Finding> news(List<String> sources) {
        var news = new ArrayList<Finding>();
        ended.stream().filter(Campaign::takeNews).forEach(each -> news.add(each.finding(sources)));
        ended.clear();
        open.stream().filter(Campaign::takeNews).forEach(each -> news.add(each.finding(sources)));
        return news;
    }

    private Campaign open(Watched watched, Key key, long start, long moment) {
        endOld(moment);
        var campaign =
                new Campaign(watched.family(), moment, settings.limits().listed(), this::enlist);
        campaign.callIt(reference(watched.rule(), key, start));
        open.add(campaign);
        return campaign;
    }

    private void endOld(long moment) {
        long slack = settings.limits().disorder().toSeconds();
        for (var each : List.copyOf(open)) {
            if (each.end(gap()) < moment - slack
                    || open.size() >= MOST && each == open.getFirst()) {
                open.remove(each);
                ended.add(each);
                each.keys().forEach(key -> strike(each, key));
            }
        }
    }

    private void enlist(Campaign campaign, Key key) {
        var all = byKey.computeIfAbsent(key, _ -> new ArrayList<>(1));
        if (!all.contains(campaign)) {
            all.add(campaign);
        }
    }

    private void strike(Campaign campaign, Key key) {
        var all = byKey.get(key);
        if (all != null && all.remove(campaign) && all.isEmpty()) {
            byKey.remove(key);
        }
    }

    private @Nullable Campaign around(Family family, long moment) {
        return first(
                open.stream()
                        .filter(each -> each.isOf(family) && each.isAround(moment, gap()))
                        .toList());
    }

    /** Those that the same events count for, the earliest first. */
    private List<Campaign> alike(Watched watched, long moment) {
        var like = new ArrayList<Campaign>();
        for (var each : open) {
            if (isAlike(each, watched) && each.isAround(moment, gap())) {
                like.add(each);
            }
        }
        return like;
    }

    private static int suspects(List<Campaign> campaigns) {
        return campaigns.stream().mapToInt(Campaign::suspects).sum();
    }

    /** One address's campaign that is mainly such a thing: others only share a part of it. */
    private boolean isSingleLike(Watched watched, Campaign campaign, long moment) {
        if (campaign.crowd() != null || !campaign.isOn(moment, gap())) {
            return false;
        }
        var mainly = campaign.kind();
        var kind = Watch.kindOf(watched.rule().head().extension());
        boolean logins = Family.of(kind) == Family.LOGIN && Family.of(mainly) == Family.LOGIN;
        return mainly == kind || logins;
    }

    /** Those who attack fast are no part of a crowd that takes hours. */
    private static boolean isQuickCrowd(Campaign campaign) {
        return campaign.crowd() instanceof Crowd crowd && crowd.isQuick();
    }

    private static boolean isAlike(Campaign campaign, Watched watched) {
        return campaign.isOf(watched.family())
                && campaign.rules().stream().anyMatch(watched::isAbout);
    }

    private void absorbSingles(Campaign into, List<Campaign> others) {
        for (var other : others) {
            if (other != into && other.crowd() == null && other.suspects() == 1) {
                merge(into, other);
            }
        }
    }

    private void merge(Campaign first, Campaign other) {
        first.absorb(other);
        open.remove(other);
        for (var key : other.keys()) {
            strike(other, key);
            enlist(first, key);
        }
        // Read again, both may go on with the one campaign that is known.
        boolean isNews = !other.reference().equals(first.reference());
        if (isNews && merged.size() < MOST_MERGED) {
            merged.add(new CampaignMerged(other.reference(), first.reference()));
        }
    }

    /** The reference of the known campaign that this one goes on with, or a new one. */
    private String reference(Rule rule, Key key, long start) {
        var at = Instant.ofEpochSecond(start);
        return known.stream()
                .filter(each -> each.verdict().rules().contains(rule.head().name()))
                .filter(each -> !at.isBefore(each.startedAt().minus(settings.campaignGap())))
                .filter(each -> !at.isAfter(each.lastSeenAt().plus(settings.campaignGap())))
                .filter(each -> !key.address() || names(each, key))
                .map(Finding::reference)
                .findFirst()
                .orElse(rule.head().name() + "/" + at + (key.equals(Key.STORE) ? "" : "/" + key));
    }

    private static boolean names(Finding finding, Key key) {
        return finding.addresses().stream().anyMatch(facts -> Key.of(facts.address()).equals(key));
    }

    private static @Nullable Campaign first(List<Campaign> campaigns) {
        return campaigns.isEmpty() ? null : campaigns.getFirst();
    }

    private long gap() {
        return settings.campaignGap().toSeconds();
    }

    void save(StateWriter to, Wiring wiring) {
        to.each(open, each -> each.save(to, wiring));
        to.each(ended, each -> each.save(to, wiring));
        to.each(
                merged,
                each -> {
                    to.text(each.reference());
                    to.text(each.into());
                });
        var shared = byKey.entrySet().stream().filter(each -> each.getValue().size() > 1).toList();
        to.each(
                shared,
                each -> {
                    each.getKey().save(to);
                    to.each(each.getValue(), campaign -> to.number(open.indexOf(campaign)));
                });
    }

    void restore(StateReader from, Wiring wiring, Crowd.Maker crowds) {
        int limit = settings.limits().listed();
        from.each(() -> open.add(Campaign.restored(from, wiring, limit, this::enlist, crowds)));
        from.each(() -> ended.add(Campaign.restored(from, wiring, limit, this::enlist, crowds)));
        from.each(() -> merged.add(new CampaignMerged(from.text(), from.text())));
        open.forEach(campaign -> campaign.keys().forEach(key -> enlist(campaign, key)));
        from.each(
                () -> {
                    var all = new ArrayList<Campaign>();
                    byKey.put(Key.restored(from), all);
                    from.each(() -> all.add(open.get(from.count())));
                });
    }
}

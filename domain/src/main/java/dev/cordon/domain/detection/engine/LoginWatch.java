package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.EventCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches one login of the store: who tries, how it ends, and which campaigns that makes. */
final class LoginWatch {

    /**
     * Logs of several clocks may speak of several times at once; more campaigns than that do not.
     */
    private static final int CAMPAIGNS = 8;

    private final LoginDoor door;
    private final DetectionSettings settings;
    private final SpreadWindow window;
    private final List<LoginCampaign> campaigns = new ArrayList<>();
    private final List<Finding> known = new ArrayList<>();
    private @Nullable LoginTries[] tries = new LoginTries[16];
    private int customers;
    private int customersWithReferer;

    LoginWatch(LoginDoor door, DetectionSettings settings) {
        this.door = door;
        this.settings = settings;
        this.window =
                new SpreadWindow(
                        settings.spread().window().toSeconds(),
                        settings.limits().disorder().toSeconds());
    }

    LoginDoor door() {
        return door;
    }

    /**
     * A login was tried here.
     *
     * @param atHome whether the visitor has looked at anything else of the shop lately
     */
    void tried(EventCursor line, int visitor, boolean isAccepted, boolean atHome) {
        var who = triesOf(visitor, line);
        who.add(line, isAccepted, atHome);
        long moment = line.epochSecond();
        if (isAccepted) {
            window.accepted(moment);
            customers += atHome ? 1 : 0;
            customersWithReferer += atHome && line.hasReferer() ? 1 : 0;
        } else {
            window.refused(who, moment);
        }
        judge(who, moment, isAccepted);
    }

    void forget(int visitor) {
        if (visitor < tries.length) {
            tries[visitor] = null;
        }
    }

    void remember(List<Finding> findings) {
        findings.stream().filter(each -> each.rule().equals(door.rule())).forEach(known::add);
    }

    void report(Consumer<Finding> news) {
        campaigns.stream()
                .filter(LoginCampaign::takeNews)
                .map(LoginCampaign::finding)
                .forEach(news);
    }

    private void judge(LoginTries who, long moment, boolean isAccepted) {
        var campaign = around(moment);
        boolean counted = campaign != null && campaign.count(who, moment, isAccepted);
        if (!counted && !isAccepted) {
            campaign = lookForBurst(campaign, who, moment);
        }
        if (!isAccepted && (campaign == null || !campaign.isSpread())) {
            campaign = lookForSpread(campaign, moment);
        }
        if (campaign != null && !campaign.hasReference()) {
            campaign.callIt(reference(campaign.start()));
        }
        if (!counted && campaign != null && campaign.isSpread() && isStillSpread(moment)) {
            campaign.consider(who, refererTells());
        }
    }

    private @Nullable LoginCampaign lookForBurst(
            @Nullable LoginCampaign campaign, LoginTries who, long moment) {
        long since = who.burstStart(moment, settings);
        if (since == LoginTries.NONE) {
            return campaign;
        }
        var found = campaign == null ? open(since) : campaign;
        found.nameForBurst(who, since);
        return found;
    }

    private @Nullable LoginCampaign lookForSpread(@Nullable LoginCampaign campaign, long moment) {
        int addresses = settings.spread().addresses();
        if (!window.isSpread(moment, addresses, settings.refusedPerAccepted())) {
            return campaign;
        }
        long since = moment - settings.spread().window().toSeconds() + 1;
        var recent =
                Arrays.stream(tries)
                        .filter(Objects::nonNull)
                        .filter(each -> each.last() >= since)
                        .sorted(Comparator.comparing(LoginTries::address))
                        .toList();
        var found = campaign == null ? open(moment) : campaign;
        found.becomeSpread(recent, since, refererTells());
        return found;
    }

    /** While half as many go on as began it, the attack goes on. */
    private boolean isStillSpread(long moment) {
        int half = (settings.spread().addresses() + 1) / 2;
        return window.isSpread(moment, half, 0);
    }

    /** Whether most customers who log in say from which page: some shops tell browsers not to. */
    private boolean refererTells() {
        return 2 * customersWithReferer >= customers;
    }

    private @Nullable LoginCampaign around(long moment) {
        long gap = settings.campaignGap().toSeconds();
        for (var campaign : campaigns) {
            if (campaign.isAround(moment, gap)) {
                return campaign;
            }
        }
        return null;
    }

    private LoginCampaign open(long moment) {
        if (campaigns.size() == CAMPAIGNS) {
            campaigns.remove(
                    campaigns.stream()
                            .min(Comparator.comparingLong(LoginCampaign::last))
                            .orElseThrow());
        }
        var campaign = new LoginCampaign(door, moment, settings.limits().listed());
        campaigns.add(campaign);
        return campaign;
    }

    /** The reference of the known campaign that this one goes on with, or a new one. */
    private String reference(long moment) {
        var at = Instant.ofEpochSecond(moment);
        var gap = settings.campaignGap();
        return known.stream()
                .filter(each -> !at.isBefore(each.startedAt().minus(gap)))
                .filter(each -> !at.isAfter(each.lastSeenAt().plus(gap)))
                .map(Finding::reference)
                .findFirst()
                .orElse(door.rule() + "/" + at);
    }

    private LoginTries triesOf(int visitor, EventCursor line) {
        if (visitor >= tries.length) {
            tries = Arrays.copyOf(tries, Math.max(visitor + 1, 2 * tries.length));
        }
        var who = tries[visitor];
        long memory = settings.limits().visitMemory().toSeconds();
        if (who == null || Math.abs(line.epochSecond() - who.last()) > memory) {
            who = new LoginTries(line);
            tries[visitor] = who;
        }
        return who;
    }
}

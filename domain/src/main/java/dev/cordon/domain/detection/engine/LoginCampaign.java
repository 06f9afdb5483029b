package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.FindingKind;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.SuccessfulLogin;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attack on one login: begun by a burst of one address or by many addresses together, and
 * growing with everything that its addresses do there. All of it is one finding.
 */
final class LoginCampaign {

    private final LoginDoor door;
    private String reference = "";
    private final int limit;
    private final Map<Address, Suspect> suspects = new LinkedHashMap<>();
    private final Map<Address, LoginTries> refusedOthers = new HashMap<>();
    private final Map<Address, Integer> acceptedOthers = new HashMap<>();
    private Likeness likeness = Likeness.STRANGER;
    private long start;
    private long last;
    private boolean spread;
    private long spreadSince;
    private int unlisted;
    private boolean news;

    LoginCampaign(LoginDoor door, long start, int limit) {
        this.door = door;
        this.start = start;
        this.last = start;
        this.limit = limit;
    }

    /** Whether something at that moment belongs to it, given how long it may pause. */
    boolean isAround(long moment, long gap) {
        return moment >= start - gap && moment <= last + gap;
    }

    boolean isSpread() {
        return spread;
    }

    long start() {
        return start;
    }

    long last() {
        return last;
    }

    boolean hasReference() {
        return !reference.isEmpty();
    }

    /** Gives it its name, once its first addresses are known. */
    void callIt(String reference) {
        this.reference = reference;
    }

    /** Counts a further try of an address that is named already; false if it is not. */
    boolean count(LoginTries tries, long moment, boolean accepted) {
        var suspect = suspects.get(tries.address());
        if (suspect == null) {
            return false;
        }
        suspect.add(tries, moment, accepted);
        touch(moment);
        return true;
    }

    /** Names an address for its burst, with all it did since the burst began. */
    void nameForBurst(LoginTries tries, long since) {
        name(tries, since, Sign.MANY_FAILURES);
    }

    /**
     * From now on it is an attack of many: names those who look like it among all who tried lately.
     *
     * @param since what was tried from then on belongs to it
     * @param refererTells whether the shop's customers do say from which page they log in
     */
    void becomeSpread(List<LoginTries> recent, long since, boolean refererTells) {
        spread = true;
        spreadSince = since;
        recent.forEach(tries -> sort(tries, refererTells));
        widenWhileMostAreSpared();
    }

    /** A try of an address that is not named, while many addresses are at it. */
    void consider(LoginTries tries, boolean refererTells) {
        sort(tries, refererTells);
        widenWhileMostAreSpared();
    }

    private void sort(LoginTries tries, boolean refererTells) {
        if (suspects.containsKey(tries.address())) {
            return;
        }
        int refused = tries.refused().between(spreadSince, Long.MAX_VALUE);
        int accepted = tries.accepted().between(spreadSince, Long.MAX_VALUE);
        boolean strangerInside =
                accepted > 0 && refererTells && tries.isCold() && tries.neverSaidWhereFrom();
        if (strangerInside || refused > 0 && likeness.covers(tries)) {
            name(tries, spreadSince, likeness == Likeness.STRANGER ? null : Sign.LIKE_THE_MAJORITY);
        } else if (refusedOthers.size() < limit && acceptedOthers.size() < limit) {
            spare(tries, refused, accepted);
        }
    }

    private void spare(LoginTries tries, int refused, int accepted) {
        if (refused > 0) {
            refusedOthers.put(tries.address(), tries);
        }
        if (accepted > 0) {
            acceptedOthers.put(tries.address(), accepted);
            news = true;
        }
    }

    private void widenWhileMostAreSpared() {
        while (refusedOthers.size() > suspects.size() && likeness != Likeness.ANYBODY) {
            likeness = likeness.wider();
            List.copyOf(refusedOthers.values()).stream()
                    .filter(likeness::covers)
                    .forEach(tries -> name(tries, spreadSince, Sign.LIKE_THE_MAJORITY));
        }
    }

    private void name(LoginTries tries, long since, @Nullable Sign why) {
        refusedOthers.remove(tries.address());
        acceptedOthers.remove(tries.address());
        if (suspects.size() >= limit) {
            unlisted += tries.unlisted ? 0 : 1;
            tries.unlisted = true;
            return;
        }
        var suspect = new Suspect(tries, since, why);
        suspects.put(tries.address(), suspect);
        touch(suspect.first());
        touch(suspect.last());
    }

    private void touch(long moment) {
        start = Math.min(start, moment);
        last = Math.max(last, moment);
        news = true;
    }

    /** Whether it has grown since the last call. */
    boolean takeNews() {
        boolean taken = news;
        news = false;
        return taken;
    }

    Finding finding() {
        var facts = new ArrayList<AddressFacts>();
        var logins = new ArrayList<SuccessfulLogin>();
        suspects.forEach(
                (address, suspect) -> {
                    facts.add(suspect.facts(address));
                    suspect.forEachLogin(at -> logins.add(new SuccessfulLogin(address, at)));
                });
        return new Finding(
                door.rule(),
                reference,
                spread ? FindingKind.CREDENTIAL_STUFFING : FindingKind.LOGIN_BRUTEFORCE,
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(last),
                facts,
                unlisted,
                logins,
                acceptedOthers.values().stream().mapToInt(Integer::intValue).sum(),
                door.paths());
    }
}

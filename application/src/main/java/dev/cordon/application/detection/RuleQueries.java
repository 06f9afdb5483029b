package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rules of stores, their versions, and what would become of others. */
@Queries
public class RuleQueries {

    private final Stores stores;
    private final RuleVersions versions;
    private final RuleBook book;
    private final RuleCheck check;
    private final RulesInForce rules;
    private final Caller caller;

    RuleQueries(
            Stores stores,
            RuleVersions versions,
            RuleBook book,
            RuleCheck check,
            RulesInForce rules,
            Caller caller) {
        this.stores = stores;
        this.versions = versions;
        this.book = book;
        this.check = check;
        this.rules = rules;
        this.caller = caller;
    }

    /** All versions of a store, newest first. */
    @Requires(Permission.ALERT_READ)
    public List<RuleVersion> versions(StoreId store) {
        return versions.of(stores.get(store, caller.scope()).id());
    }

    @Requires(Permission.ALERT_READ)
    public RuleVersion version(RuleVersionId id) {
        return versions.get(id, caller.scope());
    }

    /** What a store's detection runs by; empty if it runs as the program comes. */
    @Requires(Permission.ALERT_READ)
    public Optional<RuleVersion> inForce(StoreId store) {
        return versions.inForce(stores.get(store, caller.scope()).id());
    }

    /** The draft or submitted version of a store. */
    @Requires(Permission.ALERT_READ)
    public Optional<RuleVersion> open(StoreId store) {
        return versions.open(stores.get(store, caller.scope()).id());
    }

    /** Those that wait for somebody's yes, the longest waiting first. */
    @Requires(Permission.ALERT_READ)
    public List<RuleVersion> waitingForApproval() {
        return versions.waitingForApproval(caller.scope());
    }

    /** The rules of a store that raise alerts, or would, if that were its tuning. */
    @Requires(Permission.ALERT_READ)
    public List<RuleLine> rules(StoreId store, Tuning tuning) {
        return book.lines(stores.get(store, caller.scope()).id(), tuning);
    }

    /** What becomes of a tuning's own rules; nothing of it is kept. */
    @Requires(Permission.ALERT_READ)
    public List<RuleFinding> findings(Tuning tuning) {
        return check.findings(tuning);
    }

    /** So long without an event ends a campaign, where no version says otherwise. */
    @Requires(Permission.ALERT_READ)
    public Duration campaignGap() {
        return rules.operators().campaignGap();
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Begins another version of a store's tuning; nothing of it is in force. */
@UseCase
public class DraftRules {

    /**
     * @param like the version of the store to begin with; null for the one in force
     */
    public record Command(StoreId store, @Nullable RuleVersionId like) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Drafted(RuleVersionId version) implements Outcome {}

        /** There is one already; a second would not know of the first. */
        record AlreadyOpen(RuleVersionId version) implements Outcome {}
    }

    private final Stores stores;
    private final RuleVersions versions;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    DraftRules(Stores stores, RuleVersions versions, Caller caller, Ids ids, InstantSource clock) {
        this.stores = stores;
        this.versions = versions;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public Outcome draft(Command command) {
        var store = stores.get(command.store(), caller.scope()).id();
        var open = versions.open(store);
        if (open.isPresent()) {
            return new Outcome.AlreadyOpen(open.get().id());
        }
        var draft =
                RuleVersion.draft(
                        new RuleVersionId(ids.next()),
                        store,
                        versions.nextNumber(store),
                        beginning(store, command.like()),
                        caller.person(),
                        clock.instant());
        versions.save(draft);
        return new Outcome.Drafted(draft.state().id());
    }

    private Tuning beginning(StoreId store, @Nullable RuleVersionId like) {
        if (like == null) {
            return versions.inForce(store).map(RuleVersion::tuning).orElse(Tuning.NONE);
        }
        var found = versions.get(like, caller.scope());
        if (!found.store().equals(store)) {
            throw new NotFound("rule version " + like);
        }
        return found.tuning();
    }
}

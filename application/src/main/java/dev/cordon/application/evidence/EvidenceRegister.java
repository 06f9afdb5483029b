package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is or was held, of every incident that the caller may see. */
@Queries
public class EvidenceRegister {

    /**
     * A line of the register.
     *
     * @param incident whose evidence it is
     * @param checkedAt when the program last verified it by itself; null before the first time
     * @param difference what differed then; null if nothing did
     */
    public record Line(
            EvidenceItem item,
            Reference incident,
            @Nullable Instant checkedAt,
            @Nullable String difference) {}

    private final EvidenceItems items;
    private final Incidents incidents;
    private final IntegrityWatch watch;
    private final Caller caller;

    EvidenceRegister(
            EvidenceItems items, Incidents incidents, IntegrityWatch watch, Caller caller) {
        this.items = items;
        this.incidents = incidents;
        this.watch = watch;
        this.caller = caller;
    }

    /** The latest collected first. */
    @Requires(Permission.EVIDENCE_READ)
    public Page<Line> list(EvidenceItems.Filter filter, Page.Request request) {
        var page = items.list(filter, caller.scope(), request);
        var checks = watch.of(page.items().stream().map(EvidenceItem::id).toList());
        var references = new LinkedHashMap<IncidentId, Reference>();
        return new Page<>(
                page.items().stream()
                        .map(item -> line(item, checks.get(item.id().toString()), references))
                        .toList(),
                page.next());
    }

    @Requires(Permission.EVIDENCE_READ)
    public int count(EvidenceItems.Filter filter) {
        return items.count(filter, caller.scope());
    }

    private Line line(
            EvidenceItem item,
            IntegrityWatch.@Nullable Watched check,
            Map<IncidentId, Reference> references) {
        var incident =
                references.computeIfAbsent(
                        item.incident(), id -> incidents.get(id, caller.scope()).reference());
        if (check == null) {
            return new Line(item, incident, null, null);
        }
        var difference = check.difference();
        return new Line(item, incident, check.at(), difference == null ? null : difference.what());
    }
}

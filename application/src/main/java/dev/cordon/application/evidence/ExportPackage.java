package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;

/**
 * Lets items leave as a package that others check without us. It is made by a job: nothing left
 * until every content was read and found whole.
 */
@UseCase
public class ExportPackage {

    private static final int LONGEST_RECIPIENT = 200;
    private static final int MOST_ITEMS = 10_000;

    /**
     * @param items which items; none for all that the incident still holds
     * @param purpose why they leave
     * @param recipient whom they are for
     */
    public record Command(
            IncidentId incident, List<EvidenceId> items, String purpose, String recipient) {
        public Command {
            items = List.copyOf(items);
            purpose = Purposes.required(purpose);
            recipient = recipient.strip();
            if (recipient.isEmpty()
                    || recipient.length() > LONGEST_RECIPIENT
                    || recipient.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a package has a recipient of 1 to 200 characters, on one line");
            }
        }
    }

    private final Incidents incidents;
    private final EvidenceItems items;
    private final Packages packages;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    ExportPackage(
            Incidents incidents,
            EvidenceItems items,
            Packages packages,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.incidents = incidents;
        this.items = items;
        this.packages = packages;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws NotFound if an item is none of the incident's
     * @throws Denied if content marked dangerous would leave plain, and the caller may not take
     *     that out by itself either
     * @throws IllegalTransition if a chosen item was disposed of, or the incident holds nothing
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public PackageId export(Command command) {
        var incident = incidents.get(command.incident(), caller.scope());
        var wanted = wanted(command, items.of(incident.id()));
        if (wanted.isEmpty()) {
            throw new IllegalTransition(
                    incident.reference().value(), "without evidence", "be exported");
        }
        if (wanted.stream().anyMatch(item -> item.intake().isDangerous())
                && !caller.may(Permission.EVIDENCE_UNWRAP)) {
            throw new Denied(
                    caller.actor().name(),
                    "ExportPackage with dangerous evidence",
                    Permission.EVIDENCE_UNWRAP);
        }
        if (wanted.size() > MOST_ITEMS) {
            throw new IllegalArgumentException("a package holds 10000 items at most");
        }
        var asked =
                EvidencePackage.ask(
                        new PackageId(ids.next()),
                        incident.id(),
                        incident.store(),
                        command.items().isEmpty(),
                        wanted.stream().map(EvidenceItem::id).toList(),
                        command.purpose(),
                        command.recipient(),
                        caller.person(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        packages.ask(asked);
        return asked.state().id();
    }

    private static List<EvidenceItem> wanted(Command command, List<EvidenceItem> all) {
        if (command.items().isEmpty()) {
            return all.stream().filter(item -> !item.custody().isDisposedOf()).toList();
        }
        var chosen = new HashSet<>(command.items());
        var wanted = all.stream().filter(item -> chosen.remove(item.id())).toList();
        chosen.stream()
                .findFirst()
                .ifPresent(
                        other -> {
                            throw new NotFound("evidence " + other + " of this incident");
                        });
        for (var item : wanted) {
            if (item.custody().isDisposedOf()) {
                throw new IllegalTransition(item.label(), "disposed of", "be exported");
            }
        }
        return wanted;
    }
}

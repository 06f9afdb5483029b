package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** Which packages are in whose hands outside, and what they said to it. */
@Queries
public class TransferQueries {

    private final Incidents incidents;
    private final Packages packages;
    private final Transfers transfers;
    private final PackageLinks links;
    private final ReceiptForm form;
    private final Caller caller;

    TransferQueries(
            Incidents incidents,
            Packages packages,
            Transfers transfers,
            PackageLinks links,
            ReceiptForm form,
            Caller caller) {
        this.incidents = incidents;
        this.packages = packages;
        this.transfers = transfers;
        this.links = links;
        this.form = form;
        this.caller = caller;
    }

    /** Those of an incident, the newest first. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Transfer> of(IncidentId incident) {
        return transfers.of(incidents.get(incident, caller.scope()).id());
    }

    @Requires(Permission.EVIDENCE_READ)
    public Transfer one(TransferId id) {
        return transfers.get(id, caller.scope());
    }

    /**
     * What the receiver signs: PDF. It names the items, and holds nothing of their content.
     *
     * @throws dev.cordon.domain.kernel.IllegalTransition if an item was disposed of since, and with
     *     it what it is called
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public byte[] receiptForm(TransferId id) {
        var transfer = transfers.get(id, caller.scope());
        var left = packages.get(transfer.evidencePackage(), caller.scope());
        return form.of(transfer, links.stated(left, "be named on a receipt"));
    }
}

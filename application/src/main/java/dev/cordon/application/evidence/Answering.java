package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;

/** Keeps what somebody outside answered, with the link in each item's chain that says so. */
@Supporting
class Answering {

    private final Packages packages;
    private final Transfers transfers;
    private final PackageLinks links;

    Answering(Packages packages, Transfers transfers, PackageLinks links) {
        this.packages = packages;
        this.transfers = transfers;
        this.links = links;
    }

    /** In the running transaction. */
    void keep(Transition<Transfer> answered) {
        var transfer = answered.state();
        transfers.answer(answered);
        links.afterwards(packages.get(transfer.evidencePackage(), StoreScope.ALL), transfer::link);
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.kernel.Transition;

/** Keeps what somebody outside answered, with the link in each item's chain that says so. */
@Supporting
class Answering {

    private final Packages packages;
    private final Transfers transfers;
    private final PackageLinks links;
    private final PackageWriter writer;

    Answering(Packages packages, Transfers transfers, PackageLinks links, PackageWriter writer) {
        this.packages = packages;
        this.transfers = transfers;
        this.links = links;
        this.writer = writer;
    }

    /** In the running transaction. */
    void keep(Transition<Transfer> answered) {
        var transfer = answered.state();
        transfers.answer(answered);
        links.append(
                writer.read(packages.recorded(transfer.evidencePackage()).orElseThrow().stated()),
                transfer::link);
    }
}

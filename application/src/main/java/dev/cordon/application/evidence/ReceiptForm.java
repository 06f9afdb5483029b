package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.transfer.Transfer;

/** The paper that somebody outside signs when they take a package over. */
public interface ReceiptForm {

    /**
     * In the language of the store and with the clocks of its zone, as PDF.
     *
     * @param stated what the package states that was handed over
     */
    byte[] of(Transfer transfer, PackedCustody stated);
}

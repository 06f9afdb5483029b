package dev.cordon.infra.pack;

import dev.cordon.application.evidence.ReceiptForm;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.infra.pack.report.ReceiptPage;
import org.springframework.stereotype.Component;

/** The receipt's form, in the language of the store and with the clocks of its zone. */
@Component
class ReceiptFile implements ReceiptForm {

    private final Stores stores;

    ReceiptFile(Stores stores) {
        this.stores = stores;
    }

    @Override
    public byte[] of(Transfer transfer, PackedCustody stated) {
        var reader = Reader.of(stores, transfer.store());
        return new ReceiptPage(reader.language(), reader.zone()).of(transfer, stated);
    }
}

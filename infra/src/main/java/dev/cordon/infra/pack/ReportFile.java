package dev.cordon.infra.pack;

import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.pack.SignerKey;
import dev.cordon.infra.pack.report.CustodyReport;
import org.springframework.stereotype.Component;

/** The custody report, in the language of the store and with the clocks of its zone. */
@Component
class ReportFile implements Companion {

    private final Stores stores;

    ReportFile(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String name() {
        return CustodyReport.FILE;
    }

    @Override
    public byte[] of(Basis basis) {
        var custody = basis.stated();
        var reader = Reader.of(stores, custody.head().store());
        var key = SignerKey.of(basis.key().strip()).orElseThrow();
        return new CustodyReport(reader.language(), reader.zone())
                .of(custody, basis.disposedOf(), key.fingerprint().hex());
    }
}

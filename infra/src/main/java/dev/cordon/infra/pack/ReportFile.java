package dev.cordon.infra.pack;

import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.pack.SignerKey;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.Store;
import dev.cordon.infra.pack.report.CustodyReport;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
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
        var store = stores.find(custody.head().store(), StoreScope.ALL);
        var language = store.map(Store::language).orElse(Locale.ENGLISH).getLanguage();
        var zone = store.map(Store::zone).orElse(ZoneId.from(ZoneOffset.UTC));
        var key = SignerKey.of(basis.key().strip()).orElseThrow();
        return new CustodyReport(language, zone)
                .of(custody, basis.disposedOf(), key.fingerprint().hex());
    }
}

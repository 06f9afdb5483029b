package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.envers.Audited;

@Entity
@Table(name = "payment_page")
@Audited
class PaymentPageRow implements AuditedRow<PaymentPage> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private boolean watched;
    private String path = "";
    private long everySeconds;
    private String approved = "";
    private String headers = "";

    protected PaymentPageRow() {}

    PaymentPageRow(UUID store) {
        this.id = store;
    }

    @Override
    public void copyFrom(PaymentPage page) {
        watched = page.on();
        path = page.path();
        everySeconds = page.every().toSeconds();
        approved = PaymentPageJson.approved(page);
        headers = PaymentPageJson.headers(page.headers());
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    PaymentPage toDomain() {
        return new PaymentPage(
                new StoreId(id),
                watched,
                path,
                Duration.ofSeconds(everySeconds),
                PaymentPageJson.approved(approved),
                PaymentPageJson.headers(headers),
                version());
    }
}

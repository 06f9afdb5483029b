package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.PaymentPages;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.paymentpage.PaymentPage;
import dev.cordon.infra.persistence.AuditedRows;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

@Repository
class JpaPaymentPages implements PaymentPages {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaPaymentPages(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public PaymentPage of(StoreId store) {
        var row = em.find(PaymentPageRow.class, store.value());
        return row == null ? PaymentPage.unwatched(store) : row.toDomain();
    }

    @Override
    public void save(Transition<PaymentPage> change) {
        var page = change.state();
        rows.save(
                PaymentPageRow.class,
                page.store().value(),
                page.version(),
                change,
                PaymentPageRow::new);
    }
}

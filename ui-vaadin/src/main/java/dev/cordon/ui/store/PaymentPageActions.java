package dev.cordon.ui.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.ApprovePageElements;
import dev.cordon.application.store.PaymentPageQueries;
import dev.cordon.application.store.SetPageWatch;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.VisitPaymentPage;
import dev.cordon.application.store.WithdrawPageElement;
import org.springframework.stereotype.Component;

/** What can be read of payment pages and done about them, in one piece for the pages. */
@Component
record PaymentPageActions(
        PaymentPageQueries queries,
        SetPageWatch set,
        VisitPaymentPage visit,
        ApprovePageElements approve,
        WithdrawPageElement withdraw,
        StoreQueries stores,
        Caller caller) {}

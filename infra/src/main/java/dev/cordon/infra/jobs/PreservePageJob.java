package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.PreserveEscalatedPage;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes the payment page behind an alert that became an incident into custody. */
@Component
class PreservePageJob implements Job {

    private final PreserveEscalatedPage preserve;

    PreservePageJob(PreserveEscalatedPage preserve) {
        this.preserve = preserve;
    }

    @Override
    public JobName name() {
        return JobName.PRESERVE_PAGE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.PAGE_KEEPER;
    }

    /** The vault comes back, and what was on the page may be nowhere else by then. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            preserve.preserve(new AlertId(work.subject()));
            return new Next.Done();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}

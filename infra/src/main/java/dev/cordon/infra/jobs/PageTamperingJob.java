package dev.cordon.infra.jobs;

import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.notification.PageTampering;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Pages people about evidence that differs. */
@Component
class PageTamperingJob implements Job {

    private final PageTampering page;

    PageTamperingJob(PageTampering page) {
        this.page = page;
    }

    @Override
    public JobName name() {
        return JobName.PAGE_TAMPERING;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.PAGER;
    }

    /** A mail server comes back, and whoever has to know of tampering has to be told then. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            page.page(new AlertId(work.subject()));
            return new Next.Done();
        } catch (Unavailable e) {
            throw new IllegalStateException("somebody is not paged yet", e);
        }
    }
}

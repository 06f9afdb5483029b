package dev.cordon.infra.jobs;

import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.notification.TellWebhookOwner;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes to the owner of an endpoint that was switched off by itself. */
@Component
class TellWebhookOwnerJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TellWebhookOwnerJob.class);

    private final TellWebhookOwner tell;

    TellWebhookOwnerJob(TellWebhookOwner tell) {
        this.tell = tell;
    }

    @Override
    public JobName name() {
        return JobName.TELL_WEBHOOK_OWNER;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.WEBHOOK_SENDER;
    }

    /** A mail server comes back, and nobody else tells the owner. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            var outcome = tell.tell(new WebhookEndpointId(work.subject()));
            LOG.info(
                    "webhook switched off by itself endpoint={} owner={}", work.subject(), outcome);
            return new Next.Done();
        } catch (Unavailable e) {
            throw new IllegalStateException("the owner of the webhook is not told yet", e);
        }
    }
}

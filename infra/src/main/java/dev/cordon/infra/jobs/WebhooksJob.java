package dev.cordon.infra.jobs;

import dev.cordon.application.notification.DeliverWebhooks;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Sends an endpoint what waits for it, for as long as something waits. */
@Component
class WebhooksJob implements Job {

    private final DeliverWebhooks deliver;

    WebhooksJob(DeliverWebhooks deliver) {
        this.deliver = deliver;
    }

    @Override
    public JobName name() {
        return JobName.DELIVER_WEBHOOKS;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.WEBHOOK_SENDER;
    }

    /**
     * A receiver that is away is answered with a pause, and is no failure. What throws is a defect;
     * the next event asks anew.
     */
    @Override
    public Patience patience() {
        return Patience.UNTIL_PARKED;
    }

    /** Each event asks, and one run sends whatever waits. */
    @Override
    public boolean isOneEnough() {
        return true;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        var endpoint = new WebhookEndpointId(work.subject());
        return deliver.deliver(new DeliverWebhooks.Command(endpoint, goOn))
                .<Next>map(at -> new Next.Again(at, work))
                .orElseGet(Next.Done::new);
    }
}

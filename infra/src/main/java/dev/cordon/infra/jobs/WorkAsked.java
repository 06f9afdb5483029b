package dev.cordon.infra.jobs;

import dev.cordon.domain.breach.BreachEvent.AffectedPeopleRequested;
import dev.cordon.domain.detection.AlertEvent.AlertEscalated;
import dev.cordon.domain.detection.AlertEvent.AlertRaised;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.tuning.DryRunEvent.DryRunAsked;
import dev.cordon.domain.evidence.EvidenceEvent.AcquisitionAsked;
import dev.cordon.domain.evidence.EvidenceEvent.AcquisitionCancelled;
import dev.cordon.domain.evidence.EvidenceEvent.DisposalApproved;
import dev.cordon.domain.evidence.EvidenceEvent.PackageAsked;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.notification.CampaignEvent.CampaignApproved;
import dev.cordon.domain.notification.CampaignEvent.DeliveryDecided;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.WebhookEndpointEvent.WebhookEndpointDisabled;
import dev.cordon.domain.store.mirror.MirrorEvent.MirrorEnded;
import dev.cordon.domain.store.mirror.MirrorEvent.MirrorPlanned;
import dev.cordon.domain.store.mirror.MirrorEvent.OrdersChanged;
import dev.cordon.domain.store.paymentpage.PaymentPageEvent.PageWatchSet;
import dev.cordon.infra.persistence.Consequence;

/** Which fact asks for which job. */
final class WorkAsked implements Consequence {

    private final JobQueue queue;

    WorkAsked(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public void of(DomainEvent fact) {
        switch (fact) {
            case AffectedPeopleRequested asked ->
                    queue.add(JobName.DETERMINE_AFFECTED_PEOPLE, asked.determination().value());
            case CampaignApproved approved ->
                    queue.add(JobName.DISPATCH_CAMPAIGN, approved.campaign().value());
            case DeliveryDecided decided when decided.decision() == Delivery.Decision.SEND_AGAIN ->
                    queue.add(JobName.DISPATCH_CAMPAIGN, decided.campaign().value());
            case WebhookEndpointDisabled disabled ->
                    queue.add(JobName.TELL_WEBHOOK_OWNER, disabled.endpoint().value());
            case DisposalApproved approved ->
                    queue.add(JobName.DISPOSE_EVIDENCE, approved.evidence().value());
            case AlertRaised raised when raised.kind() == AttackKind.TAMPERING ->
                    queue.add(JobName.PAGE_TAMPERING, raised.alert().value());
            case AlertEscalated escalated ->
                    queue.add(JobName.PRESERVE_PAGE, escalated.alert().value());
            case PackageAsked asked ->
                    queue.add(JobName.MAKE_PACKAGE, asked.evidencePackage().value());
            case AcquisitionAsked asked ->
                    queue.add(JobName.TAKE_FROM_STORE, asked.acquisition().value());
            case AcquisitionCancelled cancelled ->
                    queue.add(JobName.TAKE_FROM_STORE, cancelled.acquisition().value());
            case PageWatchSet set when set.on() ->
                    queue.keep(JobName.VISIT_PAYMENT_PAGE, set.store().value());
            case MirrorPlanned planned -> {
                queue.keep(JobName.MIRROR_STORE, planned.store().value());
                lookAfterWebhooks(planned.store());
            }
            case MirrorEnded ended -> lookAfterWebhooks(ended.store());
            case OrdersChanged changed ->
                    queue.hasten(JobName.MIRROR_STORE, changed.store().value());
            case DryRunAsked asked -> queue.add(JobName.DRY_RUN_RULES, asked.run().value());
            default -> {
                // Most facts ask for nothing.
            }
        }
    }

    /** Puts them there, or takes them away: at once, whatever was decided before. */
    private void lookAfterWebhooks(StoreId store) {
        queue.keep(JobName.KEEP_MIRROR_WEBHOOKS, store.value());
        queue.hasten(JobName.KEEP_MIRROR_WEBHOOKS, store.value());
    }
}

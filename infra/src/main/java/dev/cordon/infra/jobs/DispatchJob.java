package dev.cordon.infra.jobs;

import dev.cordon.application.notification.DispatchCampaign;
import dev.cordon.application.notification.DispatchCampaign.Command;
import dev.cordon.application.notification.DispatchCampaign.Outcome;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Sends an approved notice, a stretch at a time. */
@Component
class DispatchJob implements Job {

    private final DispatchCampaign dispatch;

    DispatchJob(DispatchCampaign dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public JobName name() {
        return JobName.DISPATCH_CAMPAIGN;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.DISPATCHER;
    }

    /**
     * A mail server that is away is answered with a pause, and is no failure. What throws is a
     * defect, and letters to customers are not sent by trying.
     */
    @Override
    public Patience patience() {
        return Patience.UNTIL_PARKED;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        var command = new Command(new CampaignId(work.subject()), work.fruitless(), goOn);
        return switch (dispatch.dispatch(command)) {
            case Outcome.Completed() -> new Next.Done();
            // The campaign says why; another run would be refused too.
            case Outcome.Refused _ -> new Next.Done();
            case Outcome.GoesOn(var next) -> new Next.Again(next, Work.on(work.subject()));
            case Outcome.NoWayOut(var next, var fruitless, _) ->
                    new Next.Again(next, new Work(work.subject(), fruitless));
        };
    }
}

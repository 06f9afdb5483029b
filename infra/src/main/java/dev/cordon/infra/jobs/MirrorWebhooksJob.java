package dev.cordon.infra.jobs;

import dev.cordon.application.store.KeepMirrorWebhooks;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Sees to it that one store tells its mirror of changes, as long as that is wanted. */
@Component
class MirrorWebhooksJob implements Job {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private final KeepMirrorWebhooks keep;
    private final InstantSource clock;

    MirrorWebhooksJob(KeepMirrorWebhooks keep, InstantSource clock) {
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.KEEP_MIRROR_WEBHOOKS;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_MIRROR;
    }

    /** As long as the store is mirrored: nobody would ask for it anew. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        return switch (keep.keep(new KeepMirrorWebhooks.Command(new StoreId(work.subject())))) {
            case KEPT, STOPPED -> new Next.Again(clock.instant().plus(BETWEEN_LOOKS), work);
            case ENDED -> new Next.Done();
        };
    }
}

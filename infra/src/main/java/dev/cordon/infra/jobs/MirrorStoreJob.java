package dev.cordon.infra.jobs;

import dev.cordon.application.store.MirrorStore;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Reads what changed in one store into its mirror, as long as it is mirrored. */
@Component
class MirrorStoreJob implements Job {

    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration UNTIL_THE_STORE_IS_BACK = Duration.ofMinutes(2);

    private final MirrorStore mirror;
    private final InstantSource clock;

    MirrorStoreJob(MirrorStore mirror, InstantSource clock) {
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.MIRROR_STORE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_MIRROR;
    }

    /**
     * As long as the store is mirrored: a mirror that stands still says nothing of what changed.
     */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        var command = new MirrorStore.Command(new StoreId(work.subject()), goOn);
        return switch (mirror.mirror(command)) {
            case CAUGHT_UP -> again(work, BETWEEN_READINGS);
            case MORE -> again(work, TURN);
            case STOPPED -> again(work, UNTIL_THE_STORE_IS_BACK);
            case ENDED -> new Next.Done();
        };
    }

    private Next again(Work work, Duration pause) {
        return new Next.Again(clock.instant().plus(pause), work);
    }
}

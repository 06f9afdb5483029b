package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.MakePackage;
import dev.cordon.application.evidence.MakePackage.Command;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Makes an evidence package that was asked for. */
@Component
class PackageJob implements Job {

    /** The ledger signs within a second or so. */
    private static final Duration SIGNING = Duration.ofMillis(500);

    private final MakePackage make;
    private final InstantSource clock;

    PackageJob(MakePackage make, InstantSource clock) {
        this.make = make;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.MAKE_PACKAGE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.EVIDENCE_PACKER;
    }

    /**
     * The vault and the ledger come back; what is damaged ends a package by itself. Whoever asked
     * waits for it.
     */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        var command = new Command(new PackageId(work.subject()), goOn);
        try {
            return switch (make.make(command)) {
                case OVER -> new Next.Done();
                case MORE -> new Next.Again(clock.instant(), Work.on(work.subject()));
                case WAITS ->
                        new Next.Again(clock.instant().plus(SIGNING), Work.on(work.subject()));
            };
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}

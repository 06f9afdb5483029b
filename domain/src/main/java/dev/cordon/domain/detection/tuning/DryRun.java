package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.tuning.DryRunEvent.DryRunAsked;
import dev.cordon.domain.detection.tuning.DryRunEvent.DryRunFinished;
import dev.cordon.domain.detection.tuning.DryRunEvent.DryRunStopped;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;

/**
 * Reads the lines that are still kept by changed rules, and raises nothing. It is about exactly
 * what the version said when it was asked for.
 *
 * @param content the hash of what the version said
 * @param mode whose logs are read: the real ones or those of a rehearsal
 */
public record DryRun(
        DryRunId id,
        RuleVersionId of,
        StoreId store,
        Sha256 content,
        Mode mode,
        Actor.Person askedBy,
        Instant askedAt,
        Phase phase,
        Version version) {

    /** How far it came; what is only known there lives there. */
    public sealed interface Phase {
        record Asked() implements Phase {}

        record Finished(DryRunReport report, Instant at) implements Phase {}

        record Stopped(Actor.Person by, Instant at) implements Phase {}
    }

    /** Asks for a dry run of what the version says now. */
    public static Transition<DryRun> ask(
            DryRunId id, RuleVersion of, Mode mode, Actor.Person by, Instant at) {
        var content = of.tuning().hash();
        var run =
                new DryRun(
                        id,
                        of.id(),
                        of.store(),
                        content,
                        mode,
                        by,
                        at,
                        new Phase.Asked(),
                        Version.NEW);
        return Transition.to(run, new DryRunAsked(id, of.store(), of.id(), content, at, by));
    }

    /** Whether it waits or runs. */
    public boolean isOpen() {
        return phase instanceof Phase.Asked;
    }

    /** Whether it is about what the version says now. */
    public boolean isAbout(RuleVersion now) {
        return of.equals(now.id()) && content.equals(now.tuning().hash());
    }

    public Transition<DryRun> finish(DryRunReport report, Actor by, Instant at) {
        return Transition.to(
                in(new Phase.Finished(report, at), "be finished"),
                new DryRunFinished(id, store, at, by));
    }

    /** Nobody wants to know any more. */
    public Transition<DryRun> stop(Actor.Person by, Instant at) {
        return Transition.to(
                in(new Phase.Stopped(by, at), "be stopped"), new DryRunStopped(id, store, at, by));
    }

    private DryRun in(Phase next, String verb) {
        if (!isOpen()) {
            throw new IllegalTransition("dry run " + id, phase.getClass().getSimpleName(), verb);
        }
        return new DryRun(id, of, store, content, mode, askedBy, askedAt, next, version);
    }
}

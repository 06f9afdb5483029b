package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file into custody. The content is safe in the vault before anything is recorded; an
 * upload that breaks off leaves no item.
 */
@StreamingUseCase
public class CollectEvidence {

    /** The largest upload, in bytes: 20 GiB. */
    public static final long LIMIT = 20L << 30;

    /**
     * @param source where the file was taken from, in the collector's words
     * @param coversFrom the earliest moment it speaks of; null if unknown
     * @param coversTo the latest moment it speaks of; null if unknown
     * @param purpose why it is collected
     */
    public record Command(
            IncidentId incident,
            String title,
            String originalName,
            String source,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo,
            String purpose) {}

    private final EvidenceVault vault;
    private final Collecting collecting;
    private final Caller caller;
    private final InstantSource clock;

    CollectEvidence(
            EvidenceVault vault, Collecting collecting, Caller caller, InstantSource clock) {
        this.vault = vault;
        this.collecting = collecting;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public EvidenceId collect(Command command, InputStream content) throws IOException {
        var incident = collecting.incident(command.incident(), caller.scope());
        var stored = vault.store(command.incident(), content, LIMIT);
        var acquisition =
                new Acquisition(
                        caller.actor(),
                        clock.instant(),
                        "upload",
                        Collecting.TOOL,
                        command.source(),
                        command.coversFrom(),
                        command.coversTo());
        return collecting.record(
                incident,
                stored,
                command.title(),
                command.originalName(),
                acquisition,
                command.purpose());
    }
}

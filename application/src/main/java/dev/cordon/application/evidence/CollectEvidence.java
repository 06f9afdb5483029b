package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
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
     * @param kind what it is
     * @param source where the file was taken from, in the collector's words
     * @param takenAt when it was taken from there; null for now
     * @param tool what it was taken with, and its version; empty if nothing special
     * @param taking the command that was run to take it; empty if none was
     * @param clockDrift how far the source's clock was ahead of the true time; null if nobody
     *     looked
     * @param coversFrom the earliest moment it speaks of; null if unknown
     * @param coversTo the latest moment it speaks of; null if unknown
     * @param covers what of the store it holds
     * @param suspected whether the collector takes it for something that must not be opened
     * @param purpose why it is collected
     */
    public record Command(
            IncidentId incident,
            EvidenceKind kind,
            String title,
            String originalName,
            String source,
            @Nullable Instant takenAt,
            String tool,
            String taking,
            @Nullable Duration clockDrift,
            @Nullable Instant coversFrom,
            @Nullable Instant coversTo,
            Coverage covers,
            boolean suspected,
            String purpose) {

        public Command {
            title = Purposes.title(title);
            source = Purposes.source(source);
            purpose = Purposes.required(purpose);
        }

        /** A file of which no more is known than where it is from. */
        public static Command file(
                IncidentId incident,
                String title,
                String originalName,
                String source,
                String purpose) {
            return new Command(
                    incident,
                    EvidenceKind.FILE,
                    title,
                    originalName,
                    source,
                    null,
                    "",
                    "",
                    null,
                    null,
                    null,
                    Coverage.UNKNOWN,
                    false,
                    purpose);
        }

        /** The same, as another kind. */
        Command of(EvidenceKind kind) {
            return new Command(
                    incident,
                    kind,
                    title,
                    originalName,
                    source,
                    takenAt,
                    tool,
                    taking,
                    clockDrift,
                    coversFrom,
                    coversTo,
                    covers,
                    suspected,
                    purpose);
        }

        /** The same, under the name that it came with. */
        public Command named(String originalName) {
            return new Command(
                    incident,
                    kind,
                    title,
                    originalName,
                    source,
                    takenAt,
                    tool,
                    taking,
                    clockDrift,
                    coversFrom,
                    coversTo,
                    covers,
                    suspected,
                    purpose);
        }
    }

    private final TakingIn taking;

    CollectEvidence(TakingIn taking) {
        this.taking = taking;
    }

    /**
     * @param expected how many bytes come; negative if nobody knows
     * @throws IllegalArgumentException if it was taken later than now, or covers a time that ends
     *     before it begins; nothing is read then
     * @throws CardsInside if it holds card numbers that cannot be blotted out
     * @throws NoTree if it is no tree and should be one
     * @throws IOException if the content broke off or cannot be stored; nothing is kept then
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public EvidenceId collect(Command command, InputStream content, long expected)
            throws IOException {
        return taking.take(command, content, expected, null);
    }
}

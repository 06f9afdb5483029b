package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import dev.cordon.application.evidence.intake.Look;
import dev.cordon.application.evidence.intake.Look.Seen;
import dev.cordon.application.evidence.intake.ScannedStream;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.CardSearch.Extent;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.intake.CardScan;
import dev.cordon.domain.evidence.intake.ContentForm;
import dev.cordon.domain.evidence.intake.Dangers;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes content that waits into custody: looks through all of it, blots card numbers out of text
 * and refuses them anywhere else, says what must not be opened by accident, and lists the files of
 * a tree. Then it goes into the vault, and last the item is recorded.
 */
@Supporting
class TakingIn {

    private final EvidenceVault vault;
    private final Unpacking unpacking;
    private final Collecting collecting;
    private final Caller caller;
    private final InstantSource clock;

    TakingIn(
            EvidenceVault vault,
            Unpacking unpacking,
            Collecting collecting,
            Caller caller,
            InstantSource clock) {
        this.vault = vault;
        this.unpacking = unpacking;
        this.collecting = collecting;
        this.caller = caller;
        this.clock = clock;
    }

    /** An incident that the caller may collect for; and what is said is so far in order. */
    Incident incident(CollectEvidence.Command command) {
        var incident = collecting.incident(command.incident(), caller.scope());
        acquisition(command);
        return incident;
    }

    /** Whether the caller has had that item taken in. */
    boolean hasTaken(EvidenceId item, IncidentId incident) {
        return collecting
                .item(item, caller.scope())
                .filter(found -> found.incident().equals(incident))
                .filter(found -> found.acquisition().by().equals(caller.actor()))
                .isPresent();
    }

    /** As {@link #take(EvidenceId, CollectEvidence.Command, Staged, String)}, as a new item. */
    EvidenceId take(CollectEvidence.Command command, Staged staged, @Nullable String because)
            throws IOException {
        return take(collecting.next(), command, staged, because);
    }

    /** As {@link #take(EvidenceId, CollectEvidence.Command, Acquisition, Staged, String)}. */
    EvidenceId take(
            EvidenceId item,
            CollectEvidence.Command command,
            Staged staged,
            @Nullable String because)
            throws IOException {
        return take(item, command, acquisition(command), staged, because);
    }

    /**
     * @param item what it becomes
     * @param acquired how it came to be held
     * @param because why card numbers may stay in it; null if they may not
     * @throws CardsInside if they may not and cannot be blotted out
     * @throws NoTree if it is no tree and should be one
     */
    EvidenceId take(
            EvidenceId item,
            CollectEvidence.Command command,
            Acquisition acquired,
            Staged staged,
            @Nullable String because)
            throws IOException {
        var incident = incident(command);
        boolean lists = command.kind() == EvidenceKind.FILE_TREE;
        var seen = Look.at(new Waiting(staged), command.originalName(), lists, unpacking);
        if (left(seen) > 0 && because == null) {
            throw new CardsInside(left(seen), place(seen.form()));
        }
        if (lists && seen.manifest() == null) {
            throw new NoTree(seen.unseen());
        }
        return store(item, incident, command, acquired, staged, seen, because);
    }

    private EvidenceId store(
            EvidenceId item,
            Incident incident,
            CollectEvidence.Command command,
            Acquisition acquired,
            Staged staged,
            Seen seen,
            @Nullable String because)
            throws IOException {
        boolean blots = seen.form() == ContentForm.TEXT;
        try (var content = new ScannedStream(staged.open(), blots)) {
            var stored = vault.store(incident.id(), content, CollectEvidence.LIMIT);
            if (!content.came().equals(seen.came())) {
                throw new IOException("what waited to be taken in changed; it is tried again");
            }
            long masked = blots ? content.found() : 0;
            var extent = seen.isSearched() ? Extent.ALL : Extent.PART;
            long left = left(seen);
            var cards =
                    new CardSearch(
                            CardScan.RULES,
                            extent,
                            masked,
                            left,
                            left == 0 || because == null ? "" : because,
                            masked == 0 ? null : seen.came());
            return collecting.record(
                    item,
                    incident,
                    stored,
                    command.kind(),
                    command.title(),
                    command.originalName(),
                    new Intake(cards, danger(command, seen), manifest(incident, command, seen)),
                    acquired,
                    command.purpose());
        }
    }

    /** How many cannot be blotted out. */
    private static long left(Seen seen) {
        return seen.form() == ContentForm.TEXT ? seen.encoded() : seen.found();
    }

    private static CardsInside.Place place(ContentForm form) {
        return switch (form) {
            case TEXT -> CardsInside.Place.ENCODED;
            case BINARY -> CardsInside.Place.BYTES;
            case GZIP, XZ, BZIP2, ZSTD, ZIP, TAR, SEVEN_Z, CLOSED -> CardsInside.Place.ARCHIVE;
        };
    }

    /** What waits, read as often as looking takes. */
    private record Waiting(Staged staged) implements Unpacking.Anew {
        @Override
        public long size() {
            return staged.size();
        }

        @Override
        public InputStream open() throws IOException {
            return staged.open();
        }
    }

    private static @Nullable String danger(CollectEvidence.Command command, Seen seen) {
        var seenToBe = seen.danger();
        return seenToBe == null && command.suspected() ? Dangers.SUSPECTED : seenToBe;
    }

    private @Nullable Sha256 manifest(Incident incident, CollectEvidence.Command command, Seen seen)
            throws IOException {
        var manifest = seen.manifest();
        if (manifest == null || command.kind() != EvidenceKind.FILE_TREE) {
            return null;
        }
        var bytes = new ByteArrayInputStream(manifest.bytes());
        return vault.store(incident.id(), bytes, CollectEvidence.LIMIT).content();
    }

    private Acquisition acquisition(CollectEvidence.Command command) {
        var now = clock.instant();
        var takenAt = command.takenAt();
        return new Acquisition(
                caller.actor(),
                takenAt == null ? now : takenAt,
                now,
                "upload",
                command.tool().isBlank() ? Collecting.TOOL : command.tool(),
                command.taking(),
                command.source(),
                command.clockDrift(),
                command.coversFrom(),
                command.coversTo(),
                command.covers());
    }
}

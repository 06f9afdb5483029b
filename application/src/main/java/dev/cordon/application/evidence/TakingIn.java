package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import dev.cordon.application.evidence.EvidenceVault.Stored;
import dev.cordon.application.evidence.intake.Look;
import dev.cordon.application.evidence.intake.Look.Seen;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.application.evidence.intake.Unpacking.Anew;
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
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes content into custody. On its way into the vault all of it is looked through: card numbers
 * are blotted out of text and refused anywhere else, what must not be opened by accident is said to
 * be so, and the files of a tree are listed. The vault keeps nothing of what is refused. Last the
 * item is recorded.
 */
@Supporting
class TakingIn {

    private final EvidenceVault vault;
    private final EvidenceStage stage;
    private final Unpacking unpacking;
    private final Collecting collecting;
    private final Caller caller;
    private final InstantSource clock;

    TakingIn(
            EvidenceVault vault,
            EvidenceStage stage,
            Unpacking unpacking,
            Collecting collecting,
            Caller caller,
            InstantSource clock) {
        this.vault = vault;
        this.stage = stage;
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

    /**
     * What the vault took in and no item stands on yet.
     *
     * @param because why card numbers may stay in it; null if they may not
     */
    record Kept(
            Incident incident,
            Stored stored,
            Seen seen,
            @Nullable Sha256 manifest,
            @Nullable String because) {}

    /**
     * Takes a stream in to its end, as a new item.
     *
     * @param expected how many bytes come; negative if nobody knows
     * @param because why card numbers may stay in it; null if they may not
     * @throws EvidenceStage.NoRoom if the storage has no room for what is expected; nothing is read
     *     then
     * @throws CardsInside if they may not and cannot be blotted out
     * @throws NoTree if it is no tree and should be one
     */
    EvidenceId take(
            CollectEvidence.Command command,
            InputStream content,
            long expected,
            @Nullable String because)
            throws IOException {
        var incident = incident(command);
        var kept =
                keep(incident, command.kind(), command.originalName(), content, expected, because);
        return record(collecting.next(), command, acquisition(command), kept);
    }

    /**
     * Takes in what waits.
     *
     * @param item what it becomes
     */
    EvidenceId take(
            EvidenceId item,
            CollectEvidence.Command command,
            Staged staged,
            @Nullable String because)
            throws IOException {
        var kept =
                keep(
                        incident(command),
                        command.kind(),
                        command.originalName(),
                        new Waiting(staged),
                        because);
        return record(item, command, acquisition(command), kept);
    }

    /**
     * Brings a stream into the vault. As {@link #take(CollectEvidence.Command, InputStream, long,
     * String)}, but nothing is recorded yet: until it is, a sweep may remove it.
     *
     * @param name as it came
     */
    Kept keep(
            Incident incident,
            EvidenceKind kind,
            String name,
            InputStream content,
            long expected,
            @Nullable String because)
            throws IOException {
        stage.requireRoom(Math.max(0, expected));
        var in = new PushbackInputStream(content, ContentForm.BEGINNING);
        var head = in.readNBytes(ContentForm.BEGINNING);
        in.unread(head);
        if (Look.opensAgain(head)) {
            try (var staged = stage.take(in, CollectEvidence.LIMIT)) {
                return keep(incident, kind, name, new Waiting(staged), because);
            }
        }
        return keep(incident, kind, name, new Once(in), because);
    }

    private Kept keep(
            Incident incident,
            EvidenceKind kind,
            String name,
            Anew content,
            @Nullable String because)
            throws IOException {
        boolean lists = kind == EvidenceKind.FILE_TREE;
        var looking = new Looking(content, name, lists, because != null);
        var stored = vault.store(incident.id(), looking, CollectEvidence.LIMIT);
        var seen = looking.seen();
        return new Kept(incident, stored, seen, lists ? manifest(incident, seen) : null, because);
    }

    /** Records what the vault keeps as that item. */
    EvidenceId record(
            EvidenceId item, CollectEvidence.Command command, Acquisition acquired, Kept kept)
            throws IOException {
        var seen = kept.seen();
        long left = left(seen);
        long masked = seen.form() == ContentForm.TEXT ? seen.found() - seen.encoded() : 0;
        var because = kept.because();
        var cards =
                new CardSearch(
                        CardScan.RULES,
                        seen.isSearched() ? Extent.ALL : Extent.PART,
                        masked,
                        left,
                        left == 0 || because == null ? "" : because,
                        masked == 0 ? null : seen.came());
        return collecting.record(
                item,
                kept.incident(),
                kept.stored(),
                command.kind(),
                command.title(),
                command.originalName(),
                new Intake(cards, danger(command, seen), kept.manifest()),
                acquired,
                command.purpose());
    }

    /** Looks through content while the vault takes it in. */
    private final class Looking implements EvidenceVault.Content {

        private final Anew content;
        private final String name;
        private final boolean lists;
        private final boolean leavesCards;
        private @Nullable Seen seen;

        Looking(Anew content, String name, boolean lists, boolean leavesCards) {
            this.content = content;
            this.name = name;
            this.lists = lists;
            this.leavesCards = leavesCards;
        }

        @Override
        public void writeTo(OutputStream into) throws IOException {
            var looked = Look.at(content, name, lists, unpacking, into);
            if (left(looked) > 0 && !leavesCards) {
                throw new CardsInside(left(looked), place(looked.form()));
            }
            if (lists && looked.manifest() == null) {
                throw new NoTree(looked.unseen());
            }
            seen = looked;
        }

        Seen seen() {
            return Objects.requireNonNull(seen, "the vault has it written");
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
    private record Waiting(Staged staged) implements Anew {
        @Override
        public long size() {
            return staged.size();
        }

        @Override
        public InputStream open() throws IOException {
            return staged.open();
        }
    }

    /** What comes and is looked at on its way. */
    private record Once(InputStream in) implements Anew {
        @Override
        public long size() {
            throw new UnsupportedOperationException("nobody knows before it has come");
        }

        @Override
        public InputStream open() {
            return in;
        }
    }

    private static @Nullable String danger(CollectEvidence.Command command, Seen seen) {
        var seenToBe = seen.danger();
        return seenToBe == null && command.suspected() ? Dangers.SUSPECTED : seenToBe;
    }

    private @Nullable Sha256 manifest(Incident incident, Seen seen) throws IOException {
        var manifest = seen.manifest();
        if (manifest == null) {
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

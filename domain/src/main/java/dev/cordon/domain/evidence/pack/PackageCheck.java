package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.Verdict.Contents;
import dev.cordon.domain.evidence.pack.Verdict.Note;
import dev.cordon.domain.evidence.pack.Verdict.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a package as somebody would who trusts neither it nor us. The order goes from the outside
 * in: the file, the bag, the chains, the ledger, the signature. Everything that is wrong is named;
 * only a package without a fault under a key that the reader knows is intact.
 */
public final class PackageCheck {

    static final String KEY = "ledger/key";
    static final String CHECKPOINT = "ledger/checkpoint";

    /** What every package has beside what it states itself. */
    static final Set<String> FIXED =
            Set.of(
                    Bag.DECLARATION,
                    Bag.MANIFEST,
                    Bag.TAG_MANIFEST,
                    PackedCustody.FILE,
                    PackedProofs.FILE,
                    KEY,
                    CHECKPOINT);

    private final PackageForm form;
    private final Signatures signatures;
    private final TokenReader timeStamps;
    private final Trusted trusted;

    public PackageCheck(
            PackageForm form, Signatures signatures, TokenReader timeStamps, Trusted trusted) {
        this.form = form;
        this.signatures = signatures;
        this.timeStamps = timeStamps;
        this.trusted = trusted;
    }

    public Verdict check(PackageReader reader) {
        var findings = new Findings();
        reader.irregularities().forEach(findings::add);
        var bag = new Bag(reader, findings);
        if (!bag.has(Bag.DECLARATION) && !bag.has(PackedCustody.FILE)) {
            return new Verdict.Unreadable(
                    findings.isEmpty()
                            ? Finding.at(What.NOT_A_PACKAGE, Bag.DECLARATION)
                            : findings.all().getFirst());
        }
        bag.check();
        try {
            var custody = custody(bag, findings);
            if (custody != null) {
                new ChainsCheck(custody, bag, findings).check();
            }
            return ledger(bag, custody, proofs(bag, findings), findings);
        } catch (PackageForm.OtherVersion other) {
            return new Verdict.Unreadable(
                    Finding.found(
                            What.OTHER_VERSION,
                            PackedCustody.FILE,
                            String.valueOf(other.getMessage())));
        }
    }

    private @Nullable PackedCustody custody(Bag bag, Findings findings)
            throws PackageForm.OtherVersion {
        var bytes = bag.bytes(PackedCustody.FILE).orElse(null);
        try {
            return bytes == null ? null : form.custody(bytes);
        } catch (PackageForm.OtherVersion other) {
            if (findings.isEmpty()) {
                throw other;
            }
        } catch (PackageForm.Malformed malformed) {
            findings.add(malformed(What.CUSTODY_MALFORMED, PackedCustody.FILE, malformed));
        }
        return null;
    }

    private @Nullable PackedProofs proofs(Bag bag, Findings findings) {
        var bytes = bag.bytes(PackedProofs.FILE).orElse(null);
        try {
            return bytes == null ? null : form.proofs(bytes);
        } catch (PackageForm.Malformed malformed) {
            findings.add(malformed(What.PROOFS_MALFORMED, PackedProofs.FILE, malformed));
            return null;
        }
    }

    private static Finding malformed(What what, String file, PackageForm.Malformed why) {
        return Finding.found(what, file, String.valueOf(why.getMessage()));
    }

    private Verdict ledger(
            Bag bag,
            @Nullable PackedCustody custody,
            @Nullable PackedProofs proofs,
            Findings findings) {
        var check = PackedLedger.of(bag, signatures, findings).orElse(null);
        List<Stamp> stamps = List.of();
        if (check != null && proofs != null && check.fits(proofs)) {
            if (custody != null) {
                var digest = bag.digest(PackedCustody.FILE).orElseThrow();
                check.proofs(custody, digest, proofs);
            }
            stamps = check.stamps(proofs, bag, timeStamps);
        }
        var notes = notes(stamps);
        boolean vouched = check != null && vouched(check, bag, proofs, findings, notes);
        var contents =
                new Contents(
                        custody,
                        bag.digest(PackedCustody.FILE).orElse(null),
                        check == null ? null : check.checkpoint(),
                        check == null ? null : check.key(),
                        stamps,
                        notes);
        if (!findings.isEmpty()) {
            return new Verdict.Broken(findings.all(), contents);
        }
        return vouched ? new Verdict.Intact(contents) : new Verdict.SignerUnknown(contents);
    }

    private static List<Note> notes(List<Stamp> stamps) {
        var notes = new ArrayList<Note>();
        if (stamps.isEmpty()) {
            notes.add(Note.NO_TIME_STAMP);
        } else if (stamps.stream().anyMatch(one -> one.trust() == TokenReader.Trust.NOT_ASKED)) {
            notes.add(Note.AUTHORITY_NOT_CHECKED);
        }
        return notes;
    }

    /** A key is known by its fingerprint, or by a checkpoint of the reader's that it signed. */
    private boolean vouched(
            PackedLedger check,
            Bag bag,
            @Nullable PackedProofs proofs,
            Findings findings,
            List<Note> notes) {
        var told = trusted.key();
        var note = trusted.checkpoint();
        var known = note == null ? null : SignedCheckpoint.read(note).orElse(null);
        boolean other =
                told != null && !check.key().isNamedBy(told)
                        || note != null && (known == null || !check.signed(known));
        if (other) {
            notes.add(Note.OTHER_KEY_GIVEN);
            return false;
        }
        if (known != null) {
            grew(check, bag, proofs, known, findings, notes);
        }
        if (told == null && known == null) {
            notes.add(Note.KEY_NOT_GIVEN);
        }
        return told != null || known != null;
    }

    private static void grew(
            PackedLedger check,
            Bag bag,
            @Nullable PackedProofs proofs,
            SignedCheckpoint known,
            Findings findings,
            List<Note> notes) {
        long size = check.checkpoint().size();
        if (known.size() > size) {
            findings.add(
                    Finding.differs(
                            What.OLDER_THAN_KNOWN,
                            CHECKPOINT,
                            Long.toString(known.size()),
                            Long.toString(size)));
        } else if (known.size() == size) {
            var root = known.checkpoint().orElseThrow().root();
            if (!root.equals(check.checkpoint().root())) {
                findings.add(What.FORKED, CHECKPOINT);
            }
        } else if (proofs == null || !PackedLedger.isStamped(proofs, bag, known.note())) {
            notes.add(Note.GROWTH_NOT_SHOWN);
        }
    }
}

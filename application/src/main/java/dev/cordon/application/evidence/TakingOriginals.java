package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.PageVisits;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.kernel.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes one thing that came in from outside into custody, as it came. */
@Supporting
class TakingOriginals {

    private final AlertOriginals originals;
    private final PageVisits visits;
    private final TakingIn taking;
    private final Collecting collecting;
    private final UnitOfWork work;
    private final Caller caller;

    TakingOriginals(
            AlertOriginals originals,
            PageVisits visits,
            TakingIn taking,
            Collecting collecting,
            UnitOfWork work,
            Caller caller) {
        this.originals = originals;
        this.visits = visits;
        this.taking = taking;
        this.collecting = collecting;
        this.work = work;
        this.caller = caller;
    }

    /**
     * Asked again, it is the same item.
     *
     * @param because why card numbers may stay in what cannot be blotted out; null if they may not
     * @throws CardsInside if it holds some, and they may not
     */
    EvidenceId take(Incident incident, Original original, String purpose, @Nullable String because)
            throws IOException {
        var held = collecting.held(incident, original.content());
        if (held.isPresent()) {
            return held.get();
        }
        var bytes = work.commit(() -> bytes(original));
        var facts =
                CollectEvidence.Command.file(
                                incident.id(),
                                title(original),
                                name(original),
                                original.source(),
                                purpose)
                        .of(kind(original.form()));
        var content = new ByteArrayInputStream(bytes);
        var kept =
                taking.keep(
                        incident,
                        facts.kind(),
                        facts.originalName(),
                        content,
                        bytes.length,
                        because);
        return taking.record(collecting.next(), facts, acquired(original), kept);
    }

    private byte[] bytes(Original original) {
        return switch (original.form()) {
            case MAIL -> originals.bytes(original);
            case PAGE ->
                    visits.kept(original.store(), original.content().hex())
                            .orElseThrow(() -> new NotFound("page " + original.content()));
        };
    }

    private Acquisition acquired(Original original) {
        return Acquisition.now(
                caller.actor(),
                original.takenAt(),
                switch (original.form()) {
                    case MAIL -> "mail that was reported, as it was handed over by SMTP";
                    case PAGE -> "visit of the payment page with a cart, as a customer";
                },
                Collecting.TOOL,
                original.source(),
                original.takenAt(),
                original.takenAt(),
                Coverage.UNKNOWN);
    }

    private static EvidenceKind kind(Form form) {
        return switch (form) {
            case MAIL -> EvidenceKind.MAIL;
            case PAGE -> EvidenceKind.STORE_EXPORT;
        };
    }

    private static String title(Original original) {
        return switch (original.form()) {
            case MAIL -> "Reported mail of " + original.takenAt();
            case PAGE -> "Payment page of " + original.takenAt();
        };
    }

    private static String name(Original original) {
        return switch (original.form()) {
            case MAIL -> "reported.eml";
            case PAGE -> "payment-page.html";
        };
    }
}

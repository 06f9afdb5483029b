package dev.cordon.application.detection;

import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.StoreUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what somebody mailed about a store. A mail is taken in once, however often it comes; one
 * that answers another grows that one's alert as long as somebody may still look at it.
 */
@StreamingUseCase
public class TakeMailReport {

    private static final String MAIL = "mail";
    private static final String SOURCE = "mail server of Cordon, for the address of the store";

    /**
     * @param store the address of the store that the recipient stands for
     * @param raw the mail as it was handed over
     */
    public record Command(StoreUrl store, MailReport mail, byte[] raw) {}

    /** What became of it. */
    public enum Outcome {
        /** It is stored, or was before. */
        TAKEN,
        /** No store in care has that address; nothing was stored. */
        NO_STORE
    }

    private final Stores stores;
    private final Alerts alerts;
    private final ReportedMails mails;
    private final AlertOriginals originals;
    private final Reports reports;
    private final Caller caller;
    private final InstantSource clock;

    TakeMailReport(
            Stores stores,
            Alerts alerts,
            ReportedMails mails,
            AlertOriginals originals,
            Reports reports,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.alerts = alerts;
        this.mails = mails;
        this.originals = originals;
        this.reports = reports;
        this.caller = caller;
        this.clock = clock;
    }

    /** Returns once it is stored for good. */
    @Requires(Permission.ALERT_REPORT)
    public Outcome take(Command command) {
        var store =
                stores.all(caller.scope()).stream()
                        .filter(each -> each.url().equals(command.store()))
                        .findFirst();
        store.ifPresent(of -> reports.retried(() -> once(of.id(), command)));
        return store.isPresent() ? Outcome.TAKEN : Outcome.NO_STORE;
    }

    private Reported once(StoreId store, Command command) {
        var mail = command.mail();
        var known = mails.alertOf(store, mail.content());
        if (known.isPresent()) {
            return new Reported(known.get(), false);
        }
        var reported = grown(store, mail).orElseGet(() -> raised(store, mail));
        var now = clock.instant();
        mails.remember(store, mail, reported.alert(), now);
        originals.keep(
                new Original(
                        store, reported.alert(), Form.MAIL, Sha256.of(command.raw()), SOURCE, now),
                command.raw());
        return reported;
    }

    private Optional<Reported> grown(StoreId store, MailReport mail) {
        return mails.alertOfAny(store, mail.ties())
                .flatMap(id -> alerts.find(id, caller.scope()))
                .filter(TakeMailReport::isLookedAt)
                .flatMap(alert -> grown(alert, mail));
    }

    private Optional<Reported> grown(Alert alert, MailReport mail) {
        return Optional.ofNullable(alert.note())
                .flatMap(mail::addedTo)
                .map(
                        note ->
                                reports.grow(
                                        alert,
                                        finding(mail, note, alert.occurredAt()),
                                        note,
                                        caller.actor()));
    }

    /** Who closed or filed it away does not look there again: what is new then is a new alert. */
    private static boolean isLookedAt(Alert alert) {
        return switch (alert.phase()) {
            case AlertPhase.New _,
                    AlertPhase.Triaging _,
                    AlertPhase.Escalated _,
                    AlertPhase.Suppressed _ ->
                    true;
            case AlertPhase.Merged _, AlertPhase.Closed _ -> false;
        };
    }

    private Reported raised(StoreId store, MailReport mail) {
        var note = mail.note();
        return reports.once(
                store,
                new AlertOrigin(AlertOrigin.REPORT, MAIL, mail.content().hex()),
                null,
                began -> finding(mail, note, began),
                note,
                caller.actor());
    }

    private Finding finding(MailReport mail, AlertNote note, Instant began) {
        var now = clock.instant();
        return new ReportedFinding(
                        mail.content().hex(),
                        note,
                        AttackKind.OTHER,
                        AlertSeverity.MEDIUM,
                        began,
                        now,
                        List.of(),
                        List.of(),
                        List.of())
                .at(now);
    }
}

package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.ForeignText;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes in what somebody outside noticed about a store, a customer or a researcher. Nobody vouches
 * for it; the same words about the same store are the same alert.
 */
@StreamingUseCase
public class TakePublicReport {

    public static final int LONGEST_TEXT = 4_000;
    public static final int LONGEST_FIELD = 200;

    private static final String FORM = "form";
    private static final int LONGEST_TITLE = 120;
    private static final Pattern AROUND_HOST =
            Pattern.compile("^(https?://)?(www\\.)?|[/?#:].*$", Pattern.CASE_INSENSITIVE);

    /**
     * @param shop the address of the store's pages, as somebody types it
     * @param noticed what they noticed
     * @param contact how to reach them; may be empty
     */
    public record Command(String shop, String noticed, String contact) {}

    private final Stores stores;
    private final Reports reports;
    private final Caller caller;
    private final InstantSource clock;

    TakePublicReport(Stores stores, Reports reports, Caller caller, InstantSource clock) {
        this.stores = stores;
        this.reports = reports;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Says nothing of what became of it: neither whether there is such a store, nor whether the
     * words were taken.
     */
    @Requires(Permission.ALERT_REPORT)
    public void take(Command command) {
        var noticed = ForeignText.lines(command.noticed());
        var shop = host(ForeignText.lines(command.shop()));
        var contact = ForeignText.lines(command.contact());
        if (noticed.isEmpty()
                || noticed.length() > LONGEST_TEXT
                || shop.length() > LONGEST_FIELD
                || contact.length() > LONGEST_FIELD) {
            return;
        }
        stores.all(caller.scope()).stream()
                .filter(store -> host(store.url().host()).equals(shop))
                .forEach(store -> take(store, noticed, contact));
    }

    private void take(Store store, String noticed, String contact) {
        var text = contact.isEmpty() ? noticed : noticed + "\n\nContact: " + contact;
        var note = new AlertNote(title(noticed), text, null).masked();
        var reference = Sha256.of(noticed.getBytes(StandardCharsets.UTF_8)).hex();
        reports.store(
                store.id(),
                new AlertOrigin(AlertOrigin.REPORT, FORM, reference),
                null,
                began -> finding(reference, note, began),
                note,
                caller.actor());
    }

    private Finding finding(String reference, AlertNote note, Instant began) {
        return new ReportedFinding(
                        reference,
                        note,
                        AttackKind.OTHER,
                        AlertSeverity.MEDIUM,
                        began,
                        began,
                        List.of(),
                        List.of(),
                        List.of())
                .at(clock.instant());
    }

    private static String title(String noticed) {
        var line = noticed.lines().findFirst().orElse(noticed).strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…";
    }

    private static String host(String typed) {
        return AROUND_HOST.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}

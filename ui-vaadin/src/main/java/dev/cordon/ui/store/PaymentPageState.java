package dev.cordon.ui.store;

import dev.cordon.application.store.PaymentPageQueries.Shown;
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;

/** How a payment page stands, in few words. */
final class PaymentPageState {

    private PaymentPageState() {}

    static Chip chip(Shown shown) {
        var words = Words.here();
        if (shown.page().approved().isEmpty()) {
            return new Chip(Tone.PLAIN, words.text("payment-page.unapproved"));
        }
        if (shown.findings().isEmpty()) {
            return new Chip(Tone.OK, words.text("payment-page.as-approved"));
        }
        boolean critical = shown.findings().stream().anyMatch(PageFinding::isCritical);
        return new Chip(
                critical ? Tone.CRIT : Tone.HIGH,
                words.text("payment-page.differs", shown.findings().size()));
    }

    static Facts facts(Shown shown) {
        var words = Words.here();
        var page = shown.page();
        var every = words.text("payment-page.every", Moments.here().duration(page.every()));
        var facts =
                new Facts()
                        .fact(
                                words.text("payment-page.watch"),
                                page.on() ? every : words.text("payment-page.off"))
                        .fact(words.text("payment-page.path"), page.path());
        var latest = shown.latest();
        if (latest != null) {
            var visit = latest.visit();
            facts.fact(
                    words.text("payment-page.seen"),
                    visit == null
                            ? words.text("payment-page.never")
                            : Moments.here().moment(visit.at()));
            facts.fact(
                    words.text("payment-page.visits"),
                    words.text(
                            "payment-page.visits.since",
                            latest.visits(),
                            Moments.here().day(latest.since())));
        }
        return facts;
    }
}

package dev.cordon.application.detection;

import static dev.cordon.domain.detection.DetectionFixtures.SEEN;
import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreUrl;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeMailReportTest {

    private static final byte[] RAW =
            "Subject: first\r\n\r\nfirst\r\n".getBytes(StandardCharsets.UTF_8);

    private static final InstantSource CLOCK = () -> SEEN;
    private static final StoreUrl FRONT_PAGE = StoreUrl.of("https://fjordshop.example");

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final AtomicLong counted = new AtomicLong();
    private final InMemoryAlertOriginals originals = new InMemoryAlertOriginals();
    private final TakeMailReport take =
            new TakeMailReport(
                    stores,
                    alerts,
                    new InMemoryReportedMails(),
                    originals,
                    new Reports(
                            alerts,
                            new Silence(new InMemorySuppressions()),
                            new InlineUnitOfWork(),
                            () -> new UUID(9, counted.incrementAndGet()),
                            CLOCK),
                    new TestCaller(AutomationPolicy.MAIL_REPORT.actor(), StoreScope.ALL),
                    CLOCK);

    @BeforeEach
    void store() {
        stores.save(Store.add(FJORDSHOP, profile(), StoreAccess.NONE, ADMIN, SEEN));
    }

    @Test
    void aMailIsOneAlertHoweverOftenItComes() {
        take(mail("first", "one", List.of()));
        take(mail("first", "one", List.of()));

        assertThat(alerts.all()).hasSize(1);
        assertThat(only().origin().toString()).startsWith("report/mail/");
        assertThat(only().finding().verdict().reason().get("en")).contains("> first");
    }

    @Test
    void mailsWithoutMessageIdAreToldApartByWhatTheySay() {
        take(mail("first", null, List.of()));
        take(mail("first", null, List.of()));
        take(mail("second", null, List.of()));

        assertThat(alerts.all()).hasSize(2);
    }

    @Test
    void answersGrowTheAlertAlsoOfAnAnswerAndOnce() {
        take(mail("first", "one", List.of()));
        take(mail("second", "two", List.of("one")));
        take(mail("second", "two", List.of("one")));
        take(mail("third", "three", List.of("unseen", "two")));

        assertThat(alerts.all()).hasSize(1);
        var shown = only().finding().verdict().reason().get("en");
        assertThat(shown).containsSubsequence("> first", "> second", "> third");
        assertThat(shown.split("> second", -1)).hasSize(2);
        assertThat(only().title()).isEqualTo("Subject of first");
    }

    @Test
    void anotherTextUnderTheSameMessageIdIsNotLost() {
        take(mail("first", "one", List.of()));
        take(mail("other", "one", List.of()));

        assertThat(alerts.all()).hasSize(1);
        assertThat(only().finding().verdict().reason().get("en")).contains("> first", "> other");
    }

    @Test
    void whatAnswersAClosedAlertIsANewOneThatGoesOn() {
        take(mail("first", "one", List.of()));
        alerts.save(
                only().dismiss(
                                AlertResolution.LEGITIMATE,
                                "our own newsletter",
                                new Actor.Person("rita"),
                                SEEN));
        take(mail("second", "two", List.of("one")));
        take(mail("third", "three", List.of("one", "two")));

        assertThat(alerts.all())
                .extracting(Alert::status)
                .containsExactly(AlertStatus.CLOSED, AlertStatus.NEW);
        assertThat(alerts.all().getLast().finding().verdict().reason().get("en"))
                .contains("> second", "> third")
                .doesNotContain("> first");
    }

    @Test
    void whatDoesNotFitBesideTheOthersIsAnAlertOfItsOwn() {
        take(mail("first", "one", List.of()));
        take(mail("x".repeat(5_500), "two", List.of("one")));
        take(mail("y".repeat(5_500), "three", List.of("one", "two")));

        assertThat(alerts.all()).hasSize(2);
        assertThat(alerts.all().getLast().finding().verdict().reason().get("en")).contains("yyyy");
    }

    @Test
    void anAddressWithoutStoreTakesNothing() {
        var outcome =
                take.take(
                        new TakeMailReport.Command(
                                StoreUrl.of("https://other.example"),
                                mail("first", "one", List.of()),
                                RAW));

        assertThat(outcome).isEqualTo(TakeMailReport.Outcome.NO_STORE);
        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void aMailIsKeptAsItCameForWhoeverTakesItIntoCustody() {
        take(mail("first", "one", List.of()));
        take(mail("first", "one", List.of()));

        assertThat(originals.of(only().id()))
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(originals.bytes(kept)).isEqualTo(RAW);
                            assertThat(kept.content()).isEqualTo(Sha256.of(RAW));
                        });
    }

    private void take(MailReport mail) {
        assertThat(take.take(new TakeMailReport.Command(FRONT_PAGE, mail, RAW)))
                .isEqualTo(TakeMailReport.Outcome.TAKEN);
    }

    private Alert only() {
        return alerts.all().getFirst();
    }

    private static MailReport mail(String text, @Nullable String id, List<String> thread) {
        return new MailReport(
                digest("content " + text),
                id == null ? null : digest(id),
                thread.stream().map(TakeMailReportTest::digest).toList(),
                "mia@customer.example",
                "Subject of " + text,
                null,
                List.of(),
                text,
                List.of(),
                0);
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.cordon.application.detection;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.paymentpage.PageElement;
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PaymentPageAlertsTest {

    private static final PageFinding SKIMMER = found("https://evil.example/b.js");
    private static final PageFinding OTHER = found("https://other.example/c.js");

    private static final Sha256 PAGE = Sha256.of(new byte[] {1});

    private Instant now = NOON;
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryAlertOriginals originals = new InMemoryAlertOriginals();
    private final PaymentPageAlerts alarm =
            new PaymentPageAlerts(alerts, originals, new CountingIds(), () -> now);

    private StandingFindings standing = StandingFindings.NONE;

    private static PageFinding found(String name) {
        return new PageFinding.New(
                new PageElement(
                        PageElement.Kind.SCRIPT,
                        name,
                        Sha256.of(name.getBytes(StandardCharsets.UTF_8)),
                        null));
    }

    @Test
    void theSameFindingsAreOneAlertHoweverOftenTheyAreSeen() {
        seen(SKIMMER);
        seen(SKIMMER);

        assertThat(alerts.all()).hasSize(1);
        var alert = alerts.all().getFirst();
        assertThat(alert.finding().severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(alert.note().description()).contains("evil.example");
        assertThat(alert.note().description()).contains(PAGE.hex());
        assertThat(originals.of(alert.id()))
                .extracting(AlertOriginals.Original::content)
                .containsExactly(PAGE);
    }

    @Test
    void aSkimmerThatWasRemovedAndPutBackIsAnotherAlert() {
        seen(SKIMMER);
        seen();
        seen(SKIMMER);

        assertThat(alerts.all()).hasSize(2);
    }

    @Test
    void oneThatIsPutBackBesideAnotherFindingIsAnotherAlertToo() {
        seen(OTHER);
        seen(SKIMMER, OTHER);
        seen(OTHER);
        assertThat(alerts.all()).hasSize(2);

        seen(SKIMMER, OTHER);

        assertThat(alerts.all()).hasSize(3);
    }

    @Test
    void aWatchThatWentBlindIsOneHighAlertAsLongAsItLasts() {
        now = NOON.plus(Duration.ofHours(1));
        alarm.blind(FJORDSHOP, "The store answered with 503.", NOON);
        now = NOON.plus(Duration.ofHours(2));
        alarm.blind(FJORDSHOP, "The store answered with 500.", NOON);

        assertThat(alerts.all()).hasSize(1);
        var alert = alerts.all().getFirst();
        assertThat(alert.finding().severity()).isEqualTo(AlertSeverity.HIGH);
        assertThat(alert.note().description()).contains("503").contains(NOON.toString());
        assertThat(originals.of(alert.id())).isEmpty();
    }

    @Test
    void oneThatGoesBlindAgainIsAnotherAlert() {
        now = NOON.plus(Duration.ofDays(1));
        alarm.blind(FJORDSHOP, "The store answered with 503.", NOON);
        alarm.blind(FJORDSHOP, "The store answered with 503.", NOON.plus(Duration.ofHours(9)));

        assertThat(alerts.all()).hasSize(2);
    }

    private void seen(PageFinding... findings) {
        now = now.plus(Duration.ofMinutes(15));
        var all = List.of(findings);
        standing = standing.after(all, now);
        if (!all.isEmpty()) {
            alarm.tell(visit(), PAGE, all, standing);
        }
    }

    private PageVisit visit() {
        return new PageVisit(
                FJORDSHOP,
                now,
                "https://shop.example/checkout/",
                List.of(),
                new TreeMap<>(),
                Sha256.of(new byte[0]));
    }
}

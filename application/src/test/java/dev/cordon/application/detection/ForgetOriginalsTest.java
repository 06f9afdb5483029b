package dev.cordon.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.application.store.PageVisits;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgetOriginalsTest {

    private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");
    private static final AlertId ALERT = new AlertId(new UUID(0, 1));

    private final InMemoryAlertOriginals originals = new InMemoryAlertOriginals();
    private Instant now = CAME.plus(ForgetOriginals.KEPT);

    private final ForgetOriginals forget = new ForgetOriginals(originals, new NoPages(), () -> now);

    @Test
    void whatCameInIsForgottenAfterHalfAYearThoughNothingElseComesIn() {
        var store = new StoreId(new UUID(0, 2));
        var content = Sha256.of(new byte[] {1});
        originals.keep(new Original(store, ALERT, Form.MAIL, content, "mail", CAME), new byte[1]);

        forget.forget();
        assertThat(originals.of(ALERT)).hasSize(1);
        now = now.plus(Duration.ofSeconds(1));
        forget.forget();

        assertThat(originals.of(ALERT)).isEmpty();
    }

    /** No payment page is watched here. */
    private static final class NoPages implements PageVisits {

        @Override
        public Optional<Latest> latest(StoreId store) {
            return Optional.empty();
        }

        @Override
        public void seen(PageVisit visit, StandingFindings standing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopped(StoreId store, String why, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(StoreId store, Sha256 page, byte[] html, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Instant before) {
            assertThat(before).isBeforeOrEqualTo(CAME.plusSeconds(1));
        }

        @Override
        public Optional<byte[]> kept(StoreId store, String sha256) {
            return Optional.empty();
        }
    }
}

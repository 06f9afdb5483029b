package dev.cordon.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgetOriginalsTest {

    private static final Instant CAME = Instant.parse("2026-01-01T00:00:00Z");
    private static final AlertId ALERT = new AlertId(new UUID(0, 1));

    private final InMemoryAlertOriginals originals = new InMemoryAlertOriginals();
    private Instant now = CAME.plus(ForgetOriginals.KEPT);

    private final ForgetOriginals forget = new ForgetOriginals(originals, () -> now);

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
}

package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link ConnectionReports} promises, whoever keeps them. */
public abstract class ConnectionReportsContract {

    /** A port in which the stores are known and were never checked. */
    protected abstract ConnectionReports reports();

    /** A store that is known. */
    protected abstract StoreId store();

    /** Another one. */
    protected abstract StoreId other();

    /** Runs as a use case would. */
    protected abstract void within(Runnable work);

    @Test
    void storeThatWasNeverCheckedHasNoReport() {
        assertThat(reports().latest(store())).isEmpty();
    }

    @Test
    void reportReadsBackTheSame() {
        var full =
                new ConnectionReport.Facts(
                        true,
                        "Fjord & Söhne",
                        "Europe/Berlin",
                        "11.0.1",
                        "7.1",
                        "8.2",
                        false,
                        10,
                        "2.12.0");

        within(() -> reports().add(report(NOON, full)));

        assertThat(reports().latest(store())).contains(report(NOON, full));
    }

    @Test
    void whatTheStoreDidNotSayStaysUnsaid() {
        within(() -> reports().add(report(NOON, silent())));

        assertThat(reports().latest(store())).contains(report(NOON, silent()));
    }

    @Test
    void newestReportIsTheOneToShow() {
        within(() -> reports().add(report(NOON, silent())));
        within(() -> reports().add(report(NOON.plusSeconds(60), silent())));

        assertThat(reports().latest(store()).orElseThrow().at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(reports().latest(other())).isEmpty();
        assertThat(reports().recent(store(), 5))
                .extracting(ConnectionReport::at)
                .containsExactly(NOON.plusSeconds(60), NOON);
        assertThat(reports().recent(store(), 1)).hasSize(1);
    }

    private static ConnectionReport.Facts silent() {
        return new ConnectionReport.Facts(false, null, null, null, null, null, null, null, null);
    }

    private ConnectionReport report(Instant at, ConnectionReport.Facts facts) {
        var ways = new EnumMap<Capability, Map<ConnectionKind, Verdict>>(Capability.class);
        for (var capability : Capability.values()) {
            ways.put(capability, Map.of(capability.ways().getFirst(), verdict(capability)));
        }
        return new ConnectionReport(store(), at, ways, facts);
    }

    private static Verdict verdict(Capability capability) {
        return switch (capability.ordinal() % 3) {
            case 0 -> new Verdict.Allowed(Finding.ANSWERED.reason());
            case 1 -> new Verdict.Refused(Reason.said("The store said „no“.", "Ask again."));
            default -> new Verdict.Unknown(Finding.LACKS_RIGHT.about("edit_users"));
        };
    }
}

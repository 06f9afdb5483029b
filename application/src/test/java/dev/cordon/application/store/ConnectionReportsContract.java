package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Verdict;
import java.time.Instant;
import java.util.EnumMap;
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
                        true, "Fjord & Söhne", "Europe/Berlin", "11.0.1", "7.1", "8.2", false, 10);

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
    }

    private static ConnectionReport.Facts silent() {
        return new ConnectionReport.Facts(false, null, null, null, null, null, null, null);
    }

    private ConnectionReport report(Instant at, ConnectionReport.Facts facts) {
        var verdicts = new EnumMap<Capability, Verdict>(Capability.class);
        for (var capability : Capability.values()) {
            verdicts.put(
                    capability,
                    switch (capability.ordinal() % 3) {
                        case 0 -> new Verdict.Allowed("The store answered.");
                        case 1 -> new Verdict.Refused("The store said „no“.", "Ask again.");
                        default -> new Verdict.Unknown("Not tried.", "Look there.");
                    });
        }
        return new ConnectionReport(store(), at, verdicts, facts);
    }
}

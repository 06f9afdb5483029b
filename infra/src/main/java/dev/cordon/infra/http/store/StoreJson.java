package dev.cordon.infra.http.store;

import dev.cordon.application.store.StoreQueries.Kept;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.Verdict;
import dev.cordon.infra.http.ETags;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store as sent.
 *
 * @param connections what is kept, named without its secret
 * @param lastCheck absent when none was made
 * @param etag to send back as {@code If-Match}
 */
record StoreJson(
        UUID id,
        String name,
        String url,
        StoreEnvironment environment,
        String zone,
        String language,
        String contact,
        List<Kept> connections,
        @Nullable ReportJson lastCheck,
        String etag) {

    static StoreJson of(StoreDetail detail) {
        var store = detail.store();
        var check = detail.lastCheck();
        return new StoreJson(
                store.id().value(),
                store.name(),
                store.url().toString(),
                store.environment(),
                store.zone().getId(),
                store.language().toLanguageTag(),
                store.contact().value(),
                detail.connections(),
                check == null ? null : ReportJson.of(check),
                ETags.of(store.version()));
    }

    /** What a check of the connection found. */
    record ReportJson(Instant at, List<CapabilityJson> verdicts, ConnectionReport.Facts facts) {

        static ReportJson of(ConnectionReport report) {
            var verdicts =
                    report.verdicts().entrySet().stream()
                            .map(entry -> CapabilityJson.of(entry.getKey(), entry.getValue()))
                            .toList();
            return new ReportJson(report.at(), verdicts, report.facts());
        }
    }

    /** Whether the keys allow something. */
    enum Answer {
        ALLOWED,
        REFUSED,
        UNKNOWN
    }

    /** What was found out about one capability, and how. */
    record CapabilityJson(
            Capability capability, Answer answer, String why, @Nullable String whatToDo) {

        static CapabilityJson of(Capability capability, Verdict verdict) {
            return switch (verdict) {
                case Verdict.Allowed(var why) ->
                        new CapabilityJson(capability, Answer.ALLOWED, why, null);
                case Verdict.Refused(var why, var whatToDo) ->
                        new CapabilityJson(capability, Answer.REFUSED, why, whatToDo);
                case Verdict.Unknown(var why, var whatToDo) ->
                        new CapabilityJson(capability, Answer.UNKNOWN, why, whatToDo);
            };
        }
    }
}

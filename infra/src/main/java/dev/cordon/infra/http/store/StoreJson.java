package dev.cordon.infra.http.store;

import dev.cordon.application.store.StoreQueries.Kept;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
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
 * @param twin of a production store its staging store
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
        @Nullable UUID twin,
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
                store.twin() == null ? null : store.twin().value(),
                detail.connections(),
                check == null ? null : ReportJson.of(check),
                ETags.of(store.version()));
    }

    /** What a check of the connection found. */
    record ReportJson(Instant at, List<CapabilityJson> verdicts, ConnectionReport.Facts facts) {

        static ReportJson of(ConnectionReport report) {
            var verdicts =
                    report.ways().keySet().stream()
                            .map(capability -> CapabilityJson.of(report, capability))
                            .toList();
            return new ReportJson(report.at(), verdicts, report.facts());
        }
    }

    /** Whether the connections allow something. */
    enum Answer {
        ALLOWED,
        REFUSED,
        UNKNOWN
    }

    /**
     * What was found out about one action.
     *
     * @param acts whether it changes the store
     * @param missing the connections that would bring it and are not kept
     * @param ways what is possible through each connection that is kept
     */
    record CapabilityJson(
            Capability capability,
            boolean acts,
            Answer answer,
            String why,
            @Nullable String whatToDo,
            List<ConnectionKind> missing,
            List<WayJson> ways) {

        static CapabilityJson of(ConnectionReport report, Capability capability) {
            var verdict = report.verdict(capability);
            return new CapabilityJson(
                    capability,
                    capability.acts(),
                    answerOf(verdict),
                    verdict.why(),
                    todoOf(verdict),
                    report.missing(capability),
                    report.by(capability).entrySet().stream()
                            .map(way -> WayJson.of(way.getKey(), way.getValue()))
                            .toList());
        }
    }

    /** What was found out about one action by one connection. */
    record WayJson(
            ConnectionKind connection, Answer answer, String why, @Nullable String whatToDo) {

        static WayJson of(ConnectionKind connection, Verdict verdict) {
            return new WayJson(connection, answerOf(verdict), verdict.why(), todoOf(verdict));
        }
    }

    private static Answer answerOf(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed _ -> Answer.ALLOWED;
            case Verdict.Refused _ -> Answer.REFUSED;
            case Verdict.Unknown _ -> Answer.UNKNOWN;
        };
    }

    private static @Nullable String todoOf(Verdict verdict) {
        var what = verdict.reason().whatToDo();
        return what.isEmpty() ? null : what;
    }
}

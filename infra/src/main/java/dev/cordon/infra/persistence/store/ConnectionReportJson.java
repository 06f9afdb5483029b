package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection report as one JSON object.
 *
 * @param ways by action and connection; names that are known no more are left out
 * @param verdicts of reports that are older than ways: one for each action
 */
record ConnectionReportJson(
        @Nullable Map<String, Map<String, Said>> ways,
        @Nullable Map<String, Said> verdicts,
        ConnectionReport.Facts facts) {

    /** What some actions were called before. */
    private static final Map<String, Capability> FORMER =
            Map.of(
                    "WRITE_ORDERS", Capability.HOLD_ORDERS,
                    "MANAGE_PLUGINS", Capability.DEACTIVATE_PLUGINS);

    private enum Kind {
        ALLOWED,
        REFUSED,
        UNKNOWN
    }

    /**
     * @param code null in reports that are older than codes, as is the detail
     */
    private record Said(
            Kind kind,
            @Nullable String code,
            @Nullable String detail,
            String why,
            @Nullable String whatToDo) {}

    static ConnectionReportJson of(ConnectionReport report) {
        var ways = new LinkedHashMap<String, Map<String, Said>>();
        report.ways()
                .forEach(
                        (capability, found) -> {
                            var said = new LinkedHashMap<String, Said>();
                            found.forEach((way, verdict) -> said.put(way.name(), said(verdict)));
                            ways.put(capability.name(), said);
                        });
        return new ConnectionReportJson(ways, null, report.facts());
    }

    ConnectionReport toDomain(StoreId store, Instant at) {
        var all = new EnumMap<Capability, Map<ConnectionKind, Verdict>>(Capability.class);
        if (ways != null) {
            ways.forEach((name, found) -> read(all, name, found));
        }
        if (verdicts != null) {
            verdicts.forEach((name, said) -> readOld(all, name, said));
        }
        return new ConnectionReport(store, at, all, facts);
    }

    private static void read(
            Map<Capability, Map<ConnectionKind, Verdict>> all,
            String name,
            Map<String, Said> found) {
        for (var capability : Capability.values()) {
            if (capability.name().equals(name)) {
                for (var way : capability.ways()) {
                    var said = found.get(way.name());
                    if (said != null) {
                        found(all, capability).put(way, verdict(said));
                    }
                }
            }
        }
    }

    /** By which connection it was is not in it: the first one that there was then. */
    private static void readOld(
            Map<Capability, Map<ConnectionKind, Verdict>> all, String name, Said said) {
        for (var capability : Capability.values()) {
            if (capability.name().equals(name) || capability == FORMER.get(name)) {
                capability.ways().stream()
                        .filter(
                                way ->
                                        way == ConnectionKind.REST_KEY
                                                || way == ConnectionKind.APPLICATION_PASSWORD)
                        .findFirst()
                        .ifPresent(way -> found(all, capability).put(way, verdict(said)));
            }
        }
    }

    private static Map<ConnectionKind, Verdict> found(
            Map<Capability, Map<ConnectionKind, Verdict>> all, Capability capability) {
        return all.computeIfAbsent(capability, _ -> new EnumMap<>(ConnectionKind.class));
    }

    private static Said said(Verdict verdict) {
        var kind =
                switch (verdict) {
                    case Verdict.Allowed _ -> Kind.ALLOWED;
                    case Verdict.Refused _ -> Kind.REFUSED;
                    case Verdict.Unknown _ -> Kind.UNKNOWN;
                };
        var reason = verdict.reason();
        return new Said(kind, reason.code(), reason.detail(), reason.why(), reason.whatToDo());
    }

    private static Verdict verdict(Said said) {
        var reason =
                new Reason(
                        text(said.code()), text(said.detail()), said.why(), text(said.whatToDo()));
        return switch (said.kind()) {
            case ALLOWED -> new Verdict.Allowed(reason);
            case REFUSED -> new Verdict.Refused(reason);
            case UNKNOWN -> new Verdict.Unknown(reason);
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

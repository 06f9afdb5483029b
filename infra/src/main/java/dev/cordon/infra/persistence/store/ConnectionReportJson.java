package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection report as one JSON object. */
record ConnectionReportJson(Map<Capability, Said> verdicts, ConnectionReport.Facts facts) {

    private enum Kind {
        ALLOWED,
        REFUSED,
        UNKNOWN
    }

    private record Said(Kind kind, String why, @Nullable String whatToDo) {}

    static ConnectionReportJson of(ConnectionReport report) {
        var said = new EnumMap<Capability, Said>(Capability.class);
        report.verdicts().forEach((capability, verdict) -> said.put(capability, said(verdict)));
        return new ConnectionReportJson(said, report.facts());
    }

    /** A capability that is newer than the report was never checked. */
    ConnectionReport toDomain(StoreId store, Instant at) {
        var all = new EnumMap<Capability, Verdict>(Capability.class);
        for (var capability : Capability.values()) {
            var said = verdicts.get(capability);
            all.put(
                    capability,
                    said == null
                            ? new Verdict.Unknown("not checked yet", "check again")
                            : verdict(said));
        }
        return new ConnectionReport(store, at, all, facts);
    }

    private static Said said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed(var why) -> new Said(Kind.ALLOWED, why, null);
            case Verdict.Refused(var why, var todo) -> new Said(Kind.REFUSED, why, todo);
            case Verdict.Unknown(var why, var todo) -> new Said(Kind.UNKNOWN, why, todo);
        };
    }

    private static Verdict verdict(Said said) {
        var todo = said.whatToDo() == null ? "" : said.whatToDo();
        return switch (said.kind()) {
            case ALLOWED -> new Verdict.Allowed(said.why());
            case REFUSED -> new Verdict.Refused(said.why(), todo);
            case UNKNOWN -> new Verdict.Unknown(said.why(), todo);
        };
    }
}

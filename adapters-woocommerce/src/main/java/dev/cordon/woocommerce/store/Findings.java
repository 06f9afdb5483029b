package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.Verdict;
import java.util.EnumMap;
import java.util.Map;

/** What a check found out so far, by action and way. */
final class Findings {

    private final Map<Capability, Map<ConnectionKind, Verdict>> ways =
            new EnumMap<>(Capability.class);

    void put(Capability capability, ConnectionKind way, Verdict verdict) {
        ways.computeIfAbsent(capability, _ -> new EnumMap<>(ConnectionKind.class))
                .put(way, verdict);
    }

    /** The same for everything that this way could do and that has no verdict yet. */
    void rest(ConnectionKind way, Verdict verdict) {
        for (var capability : Capability.values()) {
            if (capability.ways().contains(way)) {
                ways.computeIfAbsent(capability, _ -> new EnumMap<>(ConnectionKind.class))
                        .putIfAbsent(way, verdict);
            }
        }
    }

    Map<Capability, Map<ConnectionKind, Verdict>> all() {
        return ways;
    }

    static Verdict may(Finding finding) {
        return new Verdict.Allowed(finding.reason());
    }

    static Verdict may(Finding finding, String detail) {
        return new Verdict.Allowed(finding.about(detail));
    }

    static Verdict mayNot(Finding finding) {
        return new Verdict.Refused(finding.reason());
    }

    static Verdict mayNot(Finding finding, String detail) {
        return new Verdict.Refused(finding.about(detail));
    }

    static Verdict open(Finding finding, String detail) {
        return new Verdict.Unknown(finding.about(detail));
    }

    static Verdict answered(StoreAnswer<?> answer) {
        return switch (answer) {
            case StoreAnswer.Ok<?> _ -> may(Finding.ANSWERED);
            case StoreAnswer.Failed<?>(var why) -> failed(why);
        };
    }

    static Verdict failed(StoreFailure why) {
        var reason = Reason.of(why);
        return switch (why) {
            case StoreFailure.NoCredential _,
                    StoreFailure.WrongKey _,
                    StoreFailure.WrongSecret _,
                    StoreFailure.SignatureRefused _,
                    StoreFailure.NotPermitted _,
                    StoreFailure.PlainHttp _,
                    StoreFailure.HostKeyChanged _,
                    StoreFailure.LoginRefused _,
                    StoreFailure.NotThere _,
                    StoreFailure.SensorRefused _,
                    StoreFailure.NoSuchRoute _ ->
                    new Verdict.Refused(reason);
            case StoreFailure.HtmlInsteadOfJson _,
                    StoreFailure.NotUnderstood _,
                    StoreFailure.ServerError _,
                    StoreFailure.RateLimited _,
                    StoreFailure.Redirected _,
                    StoreFailure.TimedOut _,
                    StoreFailure.Truncated _,
                    StoreFailure.TooLarge _,
                    StoreFailure.Unreachable _,
                    StoreFailure.TlsRefused _,
                    StoreFailure.CommandFailed _,
                    StoreFailure.ForbiddenAddress _ ->
                    new Verdict.Unknown(reason);
        };
    }
}

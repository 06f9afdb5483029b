package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** Findings and alerts to test with. */
public final class DetectionFixtures {

    public static final StoreId STORE = StoreId.of("0190a000-0000-7000-8000-000000000001");
    public static final AlertId ALERT = AlertId.of("0190a000-0000-7000-8000-00000000a1e7");
    public static final UUID INCIDENT = UUID.fromString("0190a000-0000-7000-8000-000000001c1d");
    public static final Actor.Automation DETECTION = new Actor.Automation("detection");
    public static final Actor.Person RITA = new Actor.Person("rita");
    public static final Actor.Person OMAR = new Actor.Person("omar");
    public static final Instant BEGAN = Instant.parse("2026-11-23T08:18:04Z");
    public static final Instant SEEN = Instant.parse("2026-11-23T08:20:00Z");
    public static final LogSource SOURCE =
            new LogSource(
                    new SourceId("fjordshop-access"),
                    STORE,
                    "Fjord Shop, web server",
                    LogFormat.COMBINED,
                    ZoneOffset.UTC,
                    Mode.LIVE);

    private DetectionFixtures() {}

    public static Address address(String text) {
        return Address.of(text).orElseThrow();
    }

    /** Stuffing from that many addresses, one refused login each, none accepted. */
    public static Finding stuffing(int addresses) {
        return finding(
                AttackKind.CREDENTIAL_STUFFING,
                IntStream.range(0, addresses)
                        .mapToObj(i -> facts("198.51.100." + (20 + i), 1, 0, BEGAN.plusSeconds(i)))
                        .toList(),
                List.of());
    }

    /** The same, and the first address got in at the end. */
    public static Finding successfulStuffing(int addresses) {
        var quiet = stuffing(addresses);
        var first = quiet.addresses().getFirst();
        var at = quiet.lastSeenAt();
        var inside = facts(first.address().toString(), 1, 1, first.firstSeen());
        var all = quiet.addresses().stream().map(each -> each == first ? inside : each).toList();
        return finding(
                AttackKind.CREDENTIAL_STUFFING,
                all,
                List.of(new SuccessfulLogin(first.address(), at)));
    }

    public static AddressFacts facts(String address, int events, int successes, Instant at) {
        return new AddressFacts(
                address(address),
                events,
                successes,
                at,
                at,
                Set.of(Sign.NO_OTHER_PAGE, Sign.NO_REFERER));
    }

    public static Finding finding(
            AttackKind kind, List<AddressFacts> addresses, List<SuccessfulLogin> logins) {
        boolean entered = !logins.isEmpty();
        return new Finding(
                "account-login-crowd/" + BEGAN,
                new Verdict(
                        "account-login-crowd",
                        "Many addresses try shop logins together",
                        kind,
                        entered ? AlertSeverity.HIGH : AlertSeverity.MEDIUM,
                        List.of("T1110.004"),
                        Map.of(
                                "en", "Shop logins were refused from many addresses.",
                                "de", "Anmeldungen vieler Adressen wurden abgewiesen."),
                        "login-attack",
                        List.of("account-login-crowd")),
                new Period(BEGAN, addresses.getLast().lastSeen(), BEGAN),
                new Attackers(addresses, 0, List.of(), logins, 0),
                new Proof(
                        addresses.stream().mapToInt(AddressFacts::events).sum(),
                        List.of("/my-account"),
                        List.of(),
                        List.of(),
                        0));
    }

    public static Transition<Alert> raised(Finding finding) {
        return Alert.raise(
                ALERT, STORE, origin(finding), Mode.LIVE, finding, SEEN, SEEN, DETECTION);
    }

    public static AlertOrigin origin(Finding finding) {
        return AlertOrigin.ofDetection(SOURCE.mode(), finding.reference());
    }
}

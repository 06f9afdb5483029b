package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.FindingKind;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.SuccessfulLogin;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** A finding as one JSON object, with addresses as people write them. */
record FindingJson(
        String rule,
        String reference,
        FindingKind kind,
        Instant startedAt,
        Instant lastSeenAt,
        List<Facts> addresses,
        int unlisted,
        List<Login> logins,
        int otherLogins,
        List<String> paths) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Facts(
            String address,
            int failures,
            int successes,
            Instant firstSeen,
            Instant lastSeen,
            Set<Sign> signs) {}

    record Login(String address, Instant at) {}

    static String write(Finding finding) {
        return JSON.writeValueAsString(
                new FindingJson(
                        finding.rule(),
                        finding.reference(),
                        finding.kind(),
                        finding.startedAt(),
                        finding.lastSeenAt(),
                        finding.addresses().stream().map(FindingJson::facts).toList(),
                        finding.unlisted(),
                        finding.logins().stream()
                                .map(login -> new Login(login.address().toString(), login.at()))
                                .toList(),
                        finding.otherLogins(),
                        finding.paths()));
    }

    static Finding read(String json) {
        var stored = JSON.readValue(json, FindingJson.class);
        return new Finding(
                stored.rule,
                stored.reference,
                stored.kind,
                stored.startedAt,
                stored.lastSeenAt,
                stored.addresses.stream().map(FindingJson::facts).toList(),
                stored.unlisted,
                stored.logins.stream()
                        .map(login -> new SuccessfulLogin(address(login.address), login.at))
                        .toList(),
                stored.otherLogins,
                stored.paths);
    }

    private static Facts facts(AddressFacts facts) {
        return new Facts(
                facts.address().toString(),
                facts.failures(),
                facts.successes(),
                facts.firstSeen(),
                facts.lastSeen(),
                new TreeSet<>(facts.signs()));
    }

    private static AddressFacts facts(Facts facts) {
        return new AddressFacts(
                address(facts.address),
                facts.failures,
                facts.successes,
                facts.firstSeen,
                facts.lastSeen,
                facts.signs);
    }

    private static Address address(String text) {
        return Address.of(text)
                .orElseThrow(() -> new IllegalStateException("stored as an address: " + text));
    }
}

package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Attackers;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.Proof;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.SuccessfulLogin;
import dev.cordon.domain.detection.Verdict;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** A finding as one JSON object, with addresses as people write them. */
record FindingJson(
        String reference,
        Verdict verdict,
        Period period,
        List<Facts> addresses,
        int unlisted,
        List<String> accounts,
        List<Login> logins,
        int otherLogins,
        Proof proof) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Facts(
            String address,
            int events,
            int successes,
            Instant firstSeen,
            Instant lastSeen,
            Set<Sign> signs) {}

    record Login(String address, Instant at) {}

    static String write(Finding finding) {
        var attackers = finding.attackers();
        return JSON.writeValueAsString(
                new FindingJson(
                        finding.reference(),
                        finding.verdict(),
                        finding.period(),
                        finding.addresses().stream().map(FindingJson::facts).toList(),
                        attackers.unlisted(),
                        attackers.accounts(),
                        finding.logins().stream()
                                .map(login -> new Login(login.address().toString(), login.at()))
                                .toList(),
                        attackers.otherLogins(),
                        finding.proof()));
    }

    static Finding read(String json) {
        var stored = JSON.readValue(json, FindingJson.class);
        return new Finding(
                stored.reference,
                stored.verdict,
                stored.period,
                new Attackers(
                        stored.addresses.stream().map(FindingJson::facts).toList(),
                        stored.unlisted,
                        stored.accounts,
                        stored.logins.stream()
                                .map(login -> new SuccessfulLogin(address(login.address), login.at))
                                .toList(),
                        stored.otherLogins),
                stored.proof);
    }

    private static Facts facts(AddressFacts facts) {
        return new Facts(
                facts.address().toString(),
                facts.events(),
                facts.successes(),
                facts.firstSeen(),
                facts.lastSeen(),
                new TreeSet<>(facts.signs()));
    }

    private static AddressFacts facts(Facts facts) {
        return new AddressFacts(
                address(facts.address),
                facts.events,
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

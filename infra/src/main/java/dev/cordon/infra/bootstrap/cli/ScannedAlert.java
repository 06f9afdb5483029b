package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.Address;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An alert as far as scoring looks at it.
 *
 * @param attack the kind, by its label
 */
record ScannedAlert(
        String rule,
        String attack,
        Instant firstSeen,
        Instant lastSeen,
        Instant detectedAt,
        Set<Address> sources) {

    ScannedAlert {
        sources = Set.copyOf(sources);
    }

    static ScannedAlert of(Finding finding) {
        return new ScannedAlert(
                finding.verdict().rule(),
                finding.kind().label(),
                finding.startedAt(),
                finding.lastSeenAt(),
                finding.period().detectedAt(),
                finding.addresses().stream()
                        .map(AddressFacts::address)
                        .collect(Collectors.toSet()));
    }
}

package dev.cordon.domain.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Evidence to test with. */
public final class EvidenceFixtures {

    private EvidenceFixtures() {}

    public static EvidenceItem anItem() {
        var content = "198.51.100.20 - - POST /my-account/\n".getBytes(StandardCharsets.UTF_8);
        return EvidenceItem.collect(
                        new EvidenceId(new UUID(0, 9)),
                        IncidentFixtures.anIncident().id(),
                        FJORD,
                        EvidenceItem.label(1),
                        EvidenceKind.LOG_LINES,
                        "Log lines behind the alert",
                        "access.log",
                        Sha256.of(content),
                        content.length,
                        Intake.AS_IT_CAME,
                        Acquisition.now(
                                RITA, NOON, "upload", "Cordon 0.1", "web server", null, null),
                        NOON.plus(Duration.ofDays(1000)))
                .state();
    }

    /** A chain of one collection and then views, of as many links as asked for. */
    public static CustodyChain aChain(int links) {
        var item = anItem();
        var chain = new ArrayList<>(List.of(CustodyEntry.collected(item, "as found")));
        while (chain.size() < links) {
            chain.add(
                    chain.getLast()
                            .next(
                                    Action.VIEWED,
                                    RITA,
                                    "look " + chain.size(),
                                    NOON.plusSeconds(chain.size())));
        }
        return new CustodyChain(item, chain);
    }
}

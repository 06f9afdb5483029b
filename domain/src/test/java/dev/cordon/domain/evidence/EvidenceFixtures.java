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
import org.jspecify.annotations.Nullable;

/** Evidence to test with. */
public final class EvidenceFixtures {

    /** Stored as it came, and searched by nobody, as items were at first. */
    public static final Intake AS_IT_CAME = new Intake(CardSearch.NONE, null, null);

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
                        AS_IT_CAME,
                        Acquisition.now(
                                RITA,
                                NOON,
                                "upload",
                                "Cordon 0.1",
                                "web server",
                                null,
                                null,
                                Coverage.UNKNOWN),
                        NOON.plus(Duration.ofDays(1000)))
                .state();
    }

    /** One of which everything is said that can be said of an item. */
    public static EvidenceItem aSearchedItem() {
        var item = anItem();
        var acquired = item.acquisition();
        return item(
                new Intake(
                        new CardSearch(
                                "cards/1",
                                CardSearch.Extent.PART,
                                2,
                                1,
                                "disk image",
                                item.content()),
                        "php",
                        Sha256.of(new byte[1])),
                new Acquisition(
                        acquired.by(),
                        acquired.at(),
                        acquired.receivedAt(),
                        acquired.method(),
                        acquired.tool(),
                        "tar -c",
                        acquired.source(),
                        Duration.ofSeconds(-2),
                        NOON.minusSeconds(60),
                        NOON,
                        Coverage.of(
                                new Subject.TreeAt("/var/www/html"),
                                new Subject.LogOf("shop-access"))));
    }

    /** The same item of before there were commitments, but for what was found in it and how. */
    public static EvidenceItem item(Intake intake, Acquisition acquisition) {
        return item(intake, acquisition, null);
    }

    /** The same item, but for what was found in it, how, and what stands for its words. */
    public static EvidenceItem item(
            Intake intake, Acquisition acquisition, @Nullable Commitment commitment) {
        return item(anItem(), intake, acquisition, commitment);
    }

    /** The same item, with something else hashed in the place of its words. */
    public static EvidenceItem committed(EvidenceItem item) {
        var words = EvidenceFacts.words(item.title(), item.originalName(), item.acquisition());
        return item(item, item.intake(), item.acquisition(), Commitment.to(words));
    }

    private static EvidenceItem item(
            EvidenceItem like,
            Intake intake,
            Acquisition acquisition,
            @Nullable Commitment commitment) {
        return new EvidenceItem(
                like.id(),
                like.incident(),
                like.store(),
                like.label(),
                like.kind(),
                like.title(),
                like.originalName(),
                like.content(),
                like.size(),
                intake,
                acquisition,
                commitment,
                like.custody(),
                like.version());
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

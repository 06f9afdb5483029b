package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;

/** Records that somebody outside confirmed a package: it arrived as it left. */
@UseCase
public class RecordReceipt {

    /**
     * @param stated the digest that they read from their own check of what they received
     * @param signedBy who signed for it
     * @param receivedAt when it reached them, as they say
     * @param document the item that holds what they signed or wrote
     */
    public record Command(
            TransferId transfer,
            Sha256 stated,
            String signedBy,
            Instant receivedAt,
            EvidenceId document) {}

    private final Transfers transfers;
    private final EvidenceItems items;
    private final Answering answering;
    private final Caller caller;
    private final InstantSource clock;

    RecordReceipt(
            Transfers transfers,
            EvidenceItems items,
            Answering answering,
            Caller caller,
            InstantSource clock) {
        this.transfers = transfers;
        this.items = items;
        this.answering = answering;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if they state another digest than that of what left, or it
     *     cannot have been so in time, or the document is none that speaks of it
     * @throws IllegalTransition if they answered before
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public void record(Command command) {
        var transfer = transfers.get(command.transfer(), caller.scope());
        var document = items.get(command.document(), caller.scope());
        answering.keep(
                transfer.receive(
                        command.stated(),
                        command.signedBy(),
                        command.receivedAt(),
                        document,
                        caller.person(),
                        clock.instant()));
    }
}

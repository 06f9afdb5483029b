package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/** Opens the content of an item. Looking is a link of the chain, written before the first byte. */
@StreamingUseCase
public class ViewEvidence {

    /**
     * @param purpose why it is looked at
     */
    public record Command(EvidenceId evidence, String purpose) {
        public Command {
            if (purpose.isBlank()) {
                throw new IllegalArgumentException("looking at evidence has a purpose");
            }
        }
    }

    /**
     * @param content to be closed by the caller
     */
    public record Opened(EvidenceItem item, InputStream content) {}

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final EvidenceVault vault;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    ViewEvidence(
            EvidenceItems items,
            CustodyChains chains,
            EvidenceVault vault,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.items = items;
        this.chains = chains;
        this.vault = vault;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.EVIDENCE_VIEW)
    public Opened view(Command command) throws IOException {
        var scope = caller.scope();
        var item = work.commit(() -> items.get(command.evidence(), scope));
        var content = vault.open(item.incident(), item.content());
        try {
            work.run(() -> chains.append(viewed(item, command.purpose())));
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
        return new Opened(item, content);
    }

    private CustodyEntry viewed(EvidenceItem item, String purpose) {
        return chains.lastForAppend(item.id())
                .next(Action.VIEWED, caller.actor(), purpose, clock.instant());
    }
}

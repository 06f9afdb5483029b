package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Checks, by itself and a piece at a time, all items of the vault and all of the ledger, and what
 * lies in the vault against both, and raises an alert on what differs: once, however often it is
 * seen again. The storage holds and locks what is recorded so. That a run is finished, and what it
 * found, stands in the ledger.
 */
@StreamingUseCase
public class WatchIntegrity {

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(BooleanSupplier goOn) {}

    private final ItemWatch items;
    private final LedgerWatch ledger;
    private final VaultWatch vault;
    private final Binding binding;
    private final RecordedRuns runs;

    WatchIntegrity(
            ItemWatch items,
            LedgerWatch ledger,
            VaultWatch vault,
            Binding binding,
            RecordedRuns runs) {
        this.items = items;
        this.ledger = ledger;
        this.vault = vault;
        this.binding = binding;
        this.runs = runs;
    }

    /**
     * One piece of it.
     *
     * @return how long nothing more is to be done; zero if there is more
     * @throws IOException if vault or ledger cannot be read; what was checked stays checked
     */
    @Requires(Permission.LEDGER_SEQUENCE)
    public Duration watch(Command command) throws IOException {
        boolean moreItems = items.look(command.goOn());
        boolean moreLedger = ledger.look(command.goOn());
        vault.look();
        if (!moreLedger) {
            runs.finished();
        }
        binding.bind(command.goOn());
        return moreLedger || moreItems ? Duration.ZERO : Duration.ofMinutes(1);
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PackageContents.Found;
import dev.cordon.application.evidence.PackageProofs.Outcome;
import dev.cordon.application.evidence.PackageStatement.Drawn;
import dev.cordon.application.evidence.PackageWriter.Stated;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Fault;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a package that was asked for, step by step: first every content is read; then all chains
 * say in one transaction that their items left, and the ledger takes the package in; then its
 * proofs are kept, once a checkpoint signs for all of it. What broke off goes on where it was.
 */
@StreamingUseCase
public class MakePackage {

    /** Somebody works on the items' chains: so often it is drawn up anew at once. */
    private static final int ATTEMPTS = 5;

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(PackageId id, BooleanSupplier goOn) {}

    /** What came of a run. */
    public enum Progress {
        /** It is ready, or failed. */
        OVER,
        /** There is more to do, now. */
        MORE,
        /** The ledger's next signature is awaited. */
        WAITS
    }

    private final Packages packages;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final PackageContents contents;
    private final PackageStatement statement;
    private final PackageProofs proofs;
    private final UnitOfWork work;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    MakePackage(
            Packages packages,
            EvidenceItems items,
            CustodyChains chains,
            PackageContents contents,
            PackageStatement statement,
            PackageProofs proofs,
            UnitOfWork work,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.packages = packages;
        this.items = items;
        this.chains = chains;
        this.contents = contents;
        this.statement = statement;
        this.proofs = proofs;
        this.work = work;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Goes on with it; does nothing where all is done.
     *
     * @throws IOException if the vault cannot be read now; what was done stays done
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public Progress make(Command command) throws IOException {
        var asked = work.commit(() -> packages.get(command.id(), StoreScope.ALL));
        return switch (asked.phase()) {
            case Phase.Asked _ -> readAndRecord(asked, command.goOn());
            case Phase.Recorded _ -> work.commit(() -> prove(command.id()));
            case Phase.Ready _, Phase.Failed _ -> Progress.OVER;
        };
    }

    private Progress readAndRecord(EvidencePackage asked, BooleanSupplier goOn) throws IOException {
        var held = work.commit(() -> held(asked));
        var read = work.commit(() -> packages.crcs(asked.id()));
        for (var item : held) {
            if (item.custody().isDisposedOf()) {
                return fail(asked, item, Fault.DISPOSED_OF, null);
            }
            if (read.containsKey(item.id())) {
                continue;
            }
            if (!goOn.getAsBoolean()) {
                return Progress.MORE;
            }
            switch (contents.read(item)) {
                case Found.AsCollected(var crc) ->
                        work.run(() -> packages.read(asked.id(), item.id(), crc));
                case Found.NotIntact(var verdict) -> {
                    return fail(asked, item, Fault.NOT_INTACT, verdict);
                }
                case Found.NotInLedger() -> {
                    return fail(asked, item, Fault.NOT_IN_LEDGER, null);
                }
            }
        }
        return record(asked, held);
    }

    private List<EvidenceItem> held(EvidencePackage asked) {
        var all = new HashMap<Object, EvidenceItem>();
        items.of(asked.incident()).forEach(item -> all.put(item.id(), item));
        return asked.items().stream()
                .map(id -> all.containsKey(id) ? all.get(id) : items.get(id, StoreScope.ALL))
                .toList();
    }

    private Progress record(EvidencePackage asked, List<EvidenceItem> held) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var drawn = work.commit(() -> statement.draw(asked, held, at));
            var stated = statement.state(drawn);
            if (work.commit(() -> record(asked, drawn, stated))) {
                return Progress.MORE;
            }
        }
        return Progress.MORE;
    }

    /** Returns false, with nothing done, if a chain grew or an item went since it was drawn up. */
    private boolean record(EvidencePackage asked, Drawn drawn, Stated stated) {
        if (!isStillTrue(drawn.lasts())) {
            return false;
        }
        chains.append(drawn.exports());
        packages.record(
                asked.recorded(Sha256.of(stated.custody()), drawn.draft().head().at()),
                new LeafId(ids.next()),
                stated);
        return true;
    }

    /** Holds all chains, in the same order whoever asks, so that no two wait for each other. */
    private boolean isStillTrue(List<CustodyEntry> lasts) {
        var inOrder = new ArrayList<>(lasts);
        inOrder.sort(Comparator.comparing(last -> last.evidence().value()));
        for (var last : inOrder) {
            if (!chains.lastForAppend(last.evidence()).equals(last)
                    || items.get(last.evidence(), StoreScope.ALL).custody().isDisposedOf()) {
                return false;
            }
        }
        return true;
    }

    private Progress prove(PackageId id) {
        var made = packages.get(id, StoreScope.ALL);
        var recorded = packages.recorded(id);
        if (recorded.isEmpty()) {
            packages.fail(failed(made, disposedOf(made), Fault.DISPOSED_OF));
            return Progress.OVER;
        }
        return switch (proofs.of(made, recorded.get())) {
            case Outcome.Proved(var proven) -> {
                packages.finish(made.ready(clock.instant().truncatedTo(ChronoUnit.MICROS)), proven);
                yield Progress.OVER;
            }
            case Outcome.NotYet() -> Progress.WAITS;
            case Outcome.NotBorneOut(var label) -> {
                var what = label.isEmpty() ? PackedCustody.FILE : label;
                packages.fail(failed(made, what, Fault.NOT_IN_LEDGER));
                yield Progress.OVER;
            }
        };
    }

    /** What is stated of a package goes with its first item. */
    private String disposedOf(EvidencePackage made) {
        return held(made).stream()
                .filter(item -> item.custody().isGone())
                .map(EvidenceItem::label)
                .findFirst()
                .orElseThrow(() -> new NotFound("what package " + made.id() + " states"));
    }

    /** The item's own chain says what was found, like after any other check. */
    private Progress fail(
            EvidencePackage asked, EvidenceItem item, Fault fault, @Nullable Verdict verdict) {
        work.run(
                () -> {
                    if (verdict != null && !(verdict instanceof Verdict.Broken)) {
                        chains.append(
                                chains.lastForAppend(item.id())
                                        .next(
                                                Action.VERIFIED,
                                                caller.actor(),
                                                Verifying.said(verdict),
                                                clock.instant()));
                    }
                    packages.fail(failed(asked, item.label(), fault));
                });
        return Progress.OVER;
    }

    private Transition<EvidencePackage> failed(EvidencePackage made, String label, Fault fault) {
        return made.fail(
                fault, label, caller.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}

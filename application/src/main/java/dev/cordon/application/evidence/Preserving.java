package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.evidence.preservation.Answer;
import dev.cordon.domain.evidence.preservation.Holding;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.evidence.preservation.Preservation;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers from what an incident holds and what was waived; hashes only what an answer rests on. */
@Supporting
class Preserving implements PreservationGate {

    private final Incidents incidents;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Waivers waivers;
    private final ItemCheck check;
    private final Manifests manifests;
    private final UnitOfWork work;
    private final InstantSource clock;

    Preserving(
            Incidents incidents,
            EvidenceItems items,
            CustodyChains chains,
            Waivers waivers,
            ItemCheck check,
            Manifests manifests,
            UnitOfWork work,
            InstantSource clock) {
        this.incidents = incidents;
        this.items = items;
        this.chains = chains;
        this.waivers = waivers;
        this.check = check;
        this.manifests = manifests;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public List<Checked> check(
            IncidentId incident,
            String step,
            List<Loss> losses,
            StoreScope scope,
            Progress progress)
            throws IOException {
        if (losses.isEmpty() || losses.size() > MOST) {
            throw new IllegalArgumentException(
                    "a step destroys 1 to " + MOST + " things; ask for more one by one");
        }
        var id = work.commit(() -> incidents.get(incident, scope)).id();
        var held = held(id, losses, progress);
        var waived = work.commit(() -> waivers.of(id));
        var now = clock.instant();
        return losses.stream()
                .map(loss -> checked(Preservation.of(loss, held), waived, step, now))
                .toList();
    }

    private static Checked checked(Answer answer, List<Waiver> waived, String step, Instant now) {
        var waiver =
                waived.stream()
                        .filter(given -> given.covers(step, answer.loss(), now))
                        .findFirst()
                        .orElse(null);
        return new Checked(answer, answer.isPreserved() ? null : waiver);
    }

    /** All that say what they hold; of those that an answer rests on, none that is not intact. */
    private List<Holding> held(IncidentId incident, List<Loss> losses, Progress progress)
            throws IOException {
        var chainsOf = work.commit(() -> chainsOf(incident));
        var held = listed(chainsOf, losses);
        var rests = restsOn(losses, held);
        var hashing = new Hashing(progress);
        while (!hashing.knows(rests)) {
            for (var chain : hashing.unknown(chainsOf, rests)) {
                if (!hashing.isIntact(chain)) {
                    held.removeIf(holding -> holding.item().id().equals(chain.item().id()));
                }
            }
            rests = restsOn(losses, held);
        }
        return held;
    }

    /** Checks one item after the other, and says how far all of them together are. */
    private final class Hashing {

        private final Progress progress;
        private final Set<EvidenceId> checked = new HashSet<>();
        private long done;
        private long total;

        Hashing(Progress progress) {
            this.progress = progress;
        }

        boolean knows(Set<EvidenceId> items) {
            return checked.containsAll(items);
        }

        /** Those of them that are to be checked. */
        List<CustodyChain> unknown(List<CustodyChain> of, Set<EvidenceId> items) {
            var unknown =
                    of.stream()
                            .filter(chain -> items.contains(chain.item().id()))
                            .filter(chain -> !checked.contains(chain.item().id()))
                            .toList();
            total += unknown.stream().mapToLong(chain -> chain.item().size()).sum();
            return unknown;
        }

        boolean isIntact(CustodyChain chain) throws IOException {
            var found = check.check(chain, (read, _) -> progress.reached(done + read, total));
            checked.add(chain.item().id());
            done += chain.item().size();
            progress.reached(done, total);
            return found.verdict() instanceof Verdict.Intact && !found.ledger().isContradicted();
        }
    }

    private static Set<EvidenceId> restsOn(List<Loss> losses, List<Holding> held) {
        return losses.stream()
                .flatMap(loss -> Preservation.of(loss, held).by().stream())
                .map(holding -> holding.item().id())
                .collect(Collectors.toSet());
    }

    private List<Holding> listed(List<CustodyChain> of, List<Loss> losses) throws IOException {
        var holdings = new ArrayList<Holding>();
        for (var chain : of) {
            var item = chain.item();
            var holding = new Holding(item, null);
            if (losses.stream().noneMatch(holding::isAskedForItsFiles)) {
                holdings.add(holding);
            } else if (check.isManifestIntact(item)) {
                holdings.add(new Holding(item, manifest(item)));
            }
        }
        return holdings;
    }

    private List<CustodyChain> chainsOf(IncidentId incident) {
        return items.of(incident).stream()
                .filter(item -> !item.acquisition().covers().isUnknown())
                .filter(item -> !item.custody().isDisposedOf())
                .map(item -> new CustodyChain(item, chains.of(item.id())))
                .toList();
    }

    private @Nullable Manifest manifest(EvidenceItem item) throws IOException {
        var bytes = manifests.bytes(item);
        return bytes.isEmpty() ? null : Manifest.parse(bytes.get());
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PackageWriter.Proven;
import dev.cordon.application.evidence.PackageWriter.Stated;
import dev.cordon.application.evidence.PackageWriter.Whole;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where no package was ever made. */
public final class NoPackages implements Packages {

    @Override
    public void ask(Transition<EvidencePackage> asked) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public void read(PackageId id, EvidenceId item, int crc) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public Map<EvidenceId, Integer> crcs(PackageId id) {
        return Map.of();
    }

    @Override
    public void record(Transition<EvidencePackage> recorded, LeafId leaf, Stated stated) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public Optional<Recorded> recorded(PackageId id) {
        return Optional.empty();
    }

    @Override
    public void finish(EvidencePackage ready, Proven proven) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public void fail(Transition<EvidencePackage> failed) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public Optional<EvidencePackage> find(PackageId id, StoreScope scope) {
        return Optional.empty();
    }

    @Override
    public List<EvidencePackage> of(IncidentId incident) {
        return List.of();
    }

    @Override
    public void destroyWords(EvidenceId item) {
        throw new UnsupportedOperationException("no packages here");
    }

    @Override
    public Whole whole(PackageId id) {
        throw new NotFound("package " + id);
    }

    @Override
    public List<String> missing(int limit) {
        return List.of();
    }

    @Override
    public List<String> altered(int limit) {
        return List.of();
    }
}

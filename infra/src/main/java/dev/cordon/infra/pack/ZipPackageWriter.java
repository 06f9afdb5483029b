package dev.cordon.infra.pack;

import dev.cordon.application.evidence.PackageWriter;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.pack.PackageForm;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedCustody.Bound;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Packages as BagIt in a plain ZIP, in the form {@code cordon/package/v2}. */
@Component
class ZipPackageWriter implements PackageWriter {

    private final List<Companion> companions;
    private final PackageJson form = new PackageJson();

    ZipPackageWriter(List<Companion> companions) {
        this.companions = companions;
    }

    @Override
    public Stated state(Draft draft) {
        var beside = new TreeMap<>(draft.stamps());
        var basis =
                new Companion.Basis(
                        new PackedCustody(draft.head(), draft.items(), bound(beside)),
                        draft.disposedOf(),
                        draft.key());
        for (var companion : companions) {
            if (beside.put(companion.name(), companion.of(basis)) != null) {
                throw new IllegalStateException("two files are called " + companion.name());
            }
        }
        var custody = new PackedCustody(draft.head(), draft.items(), bound(beside));
        return new Stated(PackageText.of(custody), beside);
    }

    private static List<Bound> bound(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> new Bound(file.getKey(), Sha256.of(file.getValue())))
                .toList();
    }

    @Override
    public PackedCustody read(Stated stated) {
        try {
            return form.custody(stated.custody());
        } catch (PackageForm.Malformed malformed) {
            throw new IllegalStateException("a stored package is malformed", malformed);
        }
    }

    @Override
    public byte[] verifier() {
        return VerifierPage.bytes();
    }

    @Override
    public byte[] proofs(PackedProofs proofs) {
        return PackageText.of(proofs);
    }

    @Override
    public long length(Whole whole) {
        return bag(whole).length();
    }

    @Override
    public void write(Whole whole, OutputStream out, Contents contents) throws IOException {
        bag(whole).write(out, contents);
    }

    private PackageBag bag(Whole whole) {
        var stated = read(whole.stated());
        return new PackageBag(
                whole.stated().custody(),
                stated,
                whole.stated().beside(),
                crcs(stated, whole.crcs()),
                whole.proven().proofs(),
                whole.proven().checkpoint(),
                whole.proven().key());
    }

    private static Map<String, Integer> crcs(PackedCustody stated, Map<EvidenceId, Integer> crcs) {
        var byPath = new TreeMap<String, Integer>();
        for (PackedItem item : stated.items()) {
            byPath.put(item.path(), crcs.getOrDefault(item.id(), 0));
        }
        return byPath;
    }
}

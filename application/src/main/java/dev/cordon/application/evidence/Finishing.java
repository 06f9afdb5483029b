package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.kernel.IllegalTransition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes whole uploads into custody, each once: one as it is, several as one tree. */
@Supporting
class Finishing {

    private final Uploads uploads;
    private final OwnUploads own;
    private final TakingIn taking;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Finishing(Uploads uploads, OwnUploads own, TakingIn taking) {
        this.uploads = uploads;
        this.own = own;
        this.taking = taking;
    }

    EvidenceId finish(FinishUpload.Command command, @Nullable String because) throws IOException {
        var whole = new ArrayList<Upload>();
        for (var id : command.uploads()) {
            var upload = own.get(id);
            if (!upload.isWhole() || !upload.incident().equals(command.of().incident())) {
                throw new IllegalTransition(
                        "upload " + id,
                        "received to byte " + upload.received() + " of " + upload.size(),
                        "be taken into custody of that incident");
            }
            whole.add(upload);
        }
        var begun = new ArrayList<UUID>();
        try {
            for (var upload : whole) {
                if (!underWay.add(upload.id())) {
                    throw new IllegalTransition(
                            "upload " + upload.id(), "being taken in", "be taken in twice");
                }
                begun.add(upload.id());
            }
            var item = take(command.of(), whole, because);
            for (var upload : whole) {
                uploads.remove(upload.id());
            }
            return item;
        } finally {
            begun.forEach(underWay::remove);
        }
    }

    private EvidenceId take(
            CollectEvidence.Command of, List<Upload> whole, @Nullable String because)
            throws IOException {
        if (whole.size() == 1) {
            var upload = whole.getFirst();
            return taking.take(of.named(upload.name()), uploads.content(upload), because);
        }
        var files = new ArrayList<Bundle.File>();
        for (var upload : whole) {
            files.add(new Bundle.File(upload.name(), uploads.content(upload)));
        }
        Staged bundle = new Bundle(files);
        return taking.take(of.of(EvidenceKind.FILE_TREE).named("files.zip"), bundle, because);
    }
}

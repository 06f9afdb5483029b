package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes whole uploads into custody, each once: one as it is, several as one tree. The item's id
 * follows from theirs, so that whoever asks again after a kill gets the item that is recorded.
 */
@Supporting
class Finishing {

    private final Uploads uploads;
    private final OwnUploads own;
    private final EvidenceStage stage;
    private final TakingIn taking;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Finishing(Uploads uploads, OwnUploads own, EvidenceStage stage, TakingIn taking) {
        this.uploads = uploads;
        this.own = own;
        this.stage = stage;
        this.taking = taking;
    }

    EvidenceId finish(FinishUpload.Command command, @Nullable String because) throws IOException {
        var begun = new ArrayList<UUID>();
        try {
            for (var upload : command.uploads()) {
                if (!underWay.add(upload)) {
                    throw new IllegalTransition(
                            "upload " + upload, "being taken in", "be taken in twice");
                }
                begun.add(upload);
            }
            var item = itemOf(command.uploads());
            if (!taking.hasTaken(item, command.of().incident())) {
                take(item, command.of(), whole(command), because);
            }
            for (var upload : command.uploads()) {
                uploads.remove(upload);
            }
            return item;
        } finally {
            begun.forEach(underWay::remove);
        }
    }

    /** As old as the eldest of them, and else of their digest: UUID version 8 (RFC 9562). */
    static EvidenceId itemOf(Collection<UUID> uploads) {
        var sorted = uploads.stream().sorted().toList();
        var ids = ByteBuffer.allocate(16 * sorted.size());
        for (var id : sorted) {
            ids.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        var digest = ByteBuffer.wrap(Sha256.of(ids.array()).bytes());
        long time = sorted.getFirst().getMostSignificantBits() & ~0xffffL;
        return new EvidenceId(
                new UUID(
                        time | 0x8000 | digest.getLong() & 0xfff,
                        digest.getLong() >>> 2 | Long.MIN_VALUE));
    }

    private List<Upload> whole(FinishUpload.Command command) throws IOException {
        var whole = new ArrayList<Upload>();
        long size = 0;
        for (var id : command.uploads()) {
            var upload = own.get(id);
            if (!upload.isWhole() || !upload.incident().equals(command.of().incident())) {
                throw new IllegalTransition(
                        "upload " + id,
                        "received to byte " + upload.received() + " of " + upload.size(),
                        "be taken into custody of that incident");
            }
            whole.add(upload);
            size += upload.size();
        }
        stage.requireRoom(size);
        return whole;
    }

    private void take(
            EvidenceId item,
            CollectEvidence.Command of,
            List<Upload> whole,
            @Nullable String because)
            throws IOException {
        if (whole.size() == 1) {
            var upload = whole.getFirst();
            taking.take(item, of.named(upload.name()), uploads.content(upload), because);
            return;
        }
        var files = new ArrayList<Bundle.File>();
        for (var upload : whole) {
            files.add(new Bundle.File(upload.name(), uploads.content(upload)));
        }
        Staged bundle = new Bundle(files);
        taking.take(item, of.of(EvidenceKind.FILE_TREE).named("files.zip"), bundle, because);
    }
}

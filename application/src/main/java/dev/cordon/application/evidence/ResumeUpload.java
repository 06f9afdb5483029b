package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a file that broke off, once the sender has shown that it begins with what was
 * received: an equal name and size make no equal file.
 */
@StreamingUseCase
public class ResumeUpload {

    /**
     * @param of the file that is to be sent
     * @param used what the sender sends other files into
     * @param proof null if the sender does not know yet what could be gone on with
     */
    public record Command(BeginUpload.Command of, Set<UUID> used, @Nullable Proof proof) {
        public Command {
            used = Set.copyOf(used);
        }
    }

    /**
     * What the sender's file begins with.
     *
     * @param received so many bytes of it
     * @param digest of the digests, one after the other, of each {@link Upload#PIECE} bytes of
     *     them, the last of what is left
     */
    public record Proof(UUID upload, long received, Sha256 digest) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** There is nothing of this file to go on with; it is begun anew. */
        record Nothing() implements Outcome {}

        /** It may be this one; the sender shows whether it is. */
        record ToProve(Upload upload) implements Outcome {}

        /** It goes on with this one. */
        record Proven(Upload upload) implements Outcome {}
    }

    private final Uploads uploads;
    private final OwnUploads own;

    ResumeUpload(Uploads uploads, OwnUploads own) {
        this.uploads = uploads;
        this.own = own;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public Outcome resume(Command command) throws IOException {
        var proof = command.proof();
        var found =
                uploads.all().stream()
                        .filter(upload -> mayBe(upload, command))
                        .filter(upload -> proof == null || proof.upload().equals(upload.id()))
                        .max(Comparator.comparing(Upload::begunAt));
        if (found.isEmpty()) {
            return new Outcome.Nothing();
        }
        var upload = found.get();
        if (proof == null || proof.received() != upload.received()) {
            return new Outcome.ToProve(upload);
        }
        return proof.digest().equals(received(upload))
                ? new Outcome.Proven(upload)
                : new Outcome.Nothing();
    }

    private boolean mayBe(Upload upload, Command command) {
        return own.isOwn(upload)
                && upload.incident().equals(command.of().incident())
                && upload.name().equals(command.of().name())
                && upload.size() == command.of().size()
                && !command.used().contains(upload.id());
    }

    private Sha256 received(Upload upload) throws IOException {
        var digests = Sha256.newDigest();
        try (var content = uploads.content(upload);
                InputStream in = content.open()) {
            long left = upload.received();
            while (left > 0) {
                var block = in.readNBytes((int) Math.min(Upload.PIECE, left));
                if (block.length == 0) {
                    throw new IOException("less is there than was received");
                }
                digests.update(Sha256.of(block).bytes());
                left -= block.length;
            }
        }
        return Sha256.ofDigest(digests.digest());
    }
}

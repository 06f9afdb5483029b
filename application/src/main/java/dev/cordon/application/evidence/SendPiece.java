package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the next piece of an upload; what is answered is on disk. */
@StreamingUseCase
public class SendPiece {

    /**
     * @param offset where the sender takes the piece to begin
     * @param digest of the piece, as the sender computed it; null if it did not
     */
    public record Command(UUID upload, long offset, byte[] piece, @Nullable Sha256 digest) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** It is on disk. */
        record Kept(long received) implements Outcome {}

        /** The piece begins elsewhere than where it goes on; nothing was kept. */
        record WrongOffset(long received) implements Outcome {}

        /** It was changed on its way; nothing was kept. */
        record WrongDigest(long received) implements Outcome {}

        /** It is longer or shorter than a piece may be, or longer than what is left. */
        record WrongLength(long received) implements Outcome {}
    }

    private final Uploads uploads;
    private final OwnUploads own;

    SendPiece(Uploads uploads, OwnUploads own) {
        this.uploads = uploads;
        this.own = own;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public Outcome send(Command command) throws IOException {
        var upload = own.get(command.upload());
        var piece = command.piece();
        long received = upload.received();
        if (command.offset() != received) {
            return new Outcome.WrongOffset(received);
        }
        if (!isLongEnough(piece.length, upload)
                || piece.length > Upload.PIECE
                || piece.length > upload.outstanding()) {
            return new Outcome.WrongLength(received);
        }
        var digest = command.digest();
        if (digest != null && !digest.equals(Sha256.of(piece))) {
            return new Outcome.WrongDigest(received);
        }
        if (piece.length > 0) {
            uploads.put(upload, piece);
        }
        return new Outcome.Kept(received + piece.length);
    }

    private static boolean isLongEnough(int length, Upload upload) {
        return length == 0 || length >= Math.min(Upload.SMALLEST_PIECE, upload.outstanding());
    }
}

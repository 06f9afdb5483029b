package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.UUID;

/** Removes what came of an upload; nothing of it was evidence. */
@StreamingUseCase
public class CancelUpload {

    private final Uploads uploads;
    private final OwnUploads own;

    CancelUpload(Uploads uploads, OwnUploads own) {
        this.uploads = uploads;
        this.own = own;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public void cancel(UUID upload) throws IOException {
        uploads.remove(own.get(upload).id());
    }
}

package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.kernel.NotFound;
import java.io.IOException;
import java.util.UUID;

/** Uploads as their sender sees them: those of others are not there. */
@Supporting
class OwnUploads {

    private final Uploads uploads;
    private final Caller caller;

    OwnUploads(Uploads uploads, Caller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    Upload get(UUID id) throws IOException {
        return uploads.find(id)
                .filter(this::isOwn)
                .orElseThrow(() -> new NotFound("an upload " + id));
    }

    boolean isOwn(Upload upload) {
        return upload.by().equals(caller.actor().reference());
    }
}

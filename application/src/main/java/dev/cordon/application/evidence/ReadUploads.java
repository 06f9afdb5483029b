package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What the caller has begun to upload and not ended, the newest first. */
@StreamingUseCase
public class ReadUploads {

    private final Uploads uploads;
    private final OwnUploads own;

    ReadUploads(Uploads uploads, OwnUploads own) {
        this.uploads = uploads;
        this.own = own;
    }

    @Requires(Permission.EVIDENCE_COLLECT)
    public List<Upload> own() throws IOException {
        return uploads.all().stream()
                .filter(own::isOwn)
                .sorted(Comparator.comparing(Upload::begunAt).reversed())
                .toList();
    }
}

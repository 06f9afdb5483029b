package dev.cordon.infra.vault;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content on its way into the bucket. Its name holds its digest, which is known at the end: what
 * fits into one part waits for it here, all else lies below {@code incoming} until then and is
 * copied within the storage.
 */
final class S3Piece implements Contents.Piece {

    private static final Logger LOG = LoggerFactory.getLogger(S3Piece.class);

    private final S3Bucket bucket;
    private final IncidentId incident;
    private final String id;
    private final int most;
    private byte[] part = new byte[0];
    private int filled;
    private long size;
    private @Nullable S3Upload upload;
    private @Nullable String arrived;
    private boolean open = true;

    S3Piece(S3Bucket bucket, IncidentId incident, String id, int most) {
        this.bucket = bucket;
        this.most = most;
        this.incident = incident;
        this.id = id;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            if (filled == most) {
                send();
            }
            int some = Math.min(bytes.remaining(), most - filled);
            makeRoom(filled + some);
            bytes.get(part, filled, some);
            filled += some;
        }
        size += length;
        return length;
    }

    /** Most content is small. */
    private void makeRoom(int needed) {
        if (needed > part.length) {
            part =
                    Arrays.copyOf(
                            part,
                            Math.min(most, Math.max(Math.max(needed, 1 << 16), 4 * part.length)));
        }
    }

    private void send() throws IOException {
        var known = upload;
        if (known == null) {
            known = S3Upload.begin(bucket, incoming());
            upload = known;
        }
        known.add(part, filled);
        filled = 0;
    }

    @Override
    public String keep(Sha256 content) throws IOException {
        var place = "%s/%s".formatted(S3Contents.folder(incident, content), id);
        var name = S3Contents.CONTENT + place;
        return place + " " + (upload == null ? put(name) : moved(name));
    }

    private String put(String name) throws IOException {
        var version = bucket.add(name, part, filled);
        if (version.isPresent()) {
            return version.get();
        }
        // Nobody else has that name: the answer to an earlier try was lost.
        return bucket.versions(name).getLast().id();
    }

    private String moved(String name) throws IOException {
        var known = upload;
        if (known == null) {
            throw new IllegalStateException("nothing was sent");
        }
        send();
        arrived = known.complete();
        upload = null;
        var target = S3Upload.begin(bucket, name);
        try {
            target.copy(incoming(), arrived, size);
            return target.complete();
        } catch (IOException e) {
            target.abort();
            throw e;
        }
    }

    private String incoming() {
        return S3Contents.INCOMING + id;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        if (upload != null) {
            upload.abort();
        }
        var left = arrived;
        if (left != null) {
            try {
                bucket.delete(incoming(), left);
            } catch (IOException e) {
                LOG.warn("an upload stays until it is swept object={}", incoming(), e);
            }
        }
    }
}

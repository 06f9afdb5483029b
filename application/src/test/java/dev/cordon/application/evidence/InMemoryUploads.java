package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uploads of a test. */
final class InMemoryUploads implements Uploads {

    private final Map<UUID, Upload> uploads = new LinkedHashMap<>();
    private final Map<UUID, ByteArrayOutputStream> contents = new LinkedHashMap<>();

    /** Its removal fails. */
    UUID unremovable;

    Upload get(UUID id) {
        return find(id).orElseThrow();
    }

    @Override
    public void begin(Upload upload) {
        uploads.put(upload.id(), upload);
        contents.put(upload.id(), new ByteArrayOutputStream());
    }

    @Override
    public Optional<Upload> find(UUID id) {
        return Optional.ofNullable(uploads.get(id)).map(this::now);
    }

    @Override
    public List<Upload> all() {
        return uploads.values().stream().map(this::now).toList();
    }

    private Upload now(Upload upload) {
        return new Upload(
                upload.id(),
                upload.incident(),
                upload.by(),
                upload.name(),
                upload.size(),
                contents.get(upload.id()).size(),
                upload.begunAt(),
                upload.touchedAt());
    }

    @Override
    public void put(Upload upload, byte[] piece) {
        contents.get(upload.id()).writeBytes(piece);
    }

    @Override
    public Staged content(Upload upload) {
        var bytes = contents.get(upload.id()).toByteArray();
        return new Staged() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void remove(UUID id) throws IOException {
        if (id.equals(unremovable)) {
            throw new IOException("the disk is gone");
        }
        uploads.remove(id);
        contents.remove(id);
    }
}

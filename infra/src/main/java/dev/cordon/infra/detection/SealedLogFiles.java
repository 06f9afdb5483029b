package dev.cordon.infra.detection;

import dev.cordon.infra.crypto.DoorKey;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.crypto.UnderMasterKey;
import dev.cordon.infra.folder.DataFolder;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the master key wraps below the data folder: the keys in the heads of kept lines and of what
 * detection knows, and the secrets of doors that have to open while the database is away.
 */
public final class SealedLogFiles implements UnderMasterKey {

    private static final String SEALED = "*" + SpoolSegment.SEALED;

    private final DataFolder data;
    private final JsonMapper json = JsonMapper.shared();

    public SealedLogFiles(DataFolder data) {
        this.data = data;
    }

    @Override
    public String what() {
        return "keys and secrets of kept lines";
    }

    @Override
    public void each(Visit visit) throws IOException {
        for (var folder : below("spool", "*")) {
            for (var file : below(folder, SEALED)) {
                SealedForm.visit(file, SpoolSegment.place(file), visit);
            }
        }
        for (var folder : below("matched", "*")) {
            for (var file : below(folder, SEALED)) {
                SealedForm.visit(file, FolderMatchedLines.place(file), visit);
            }
        }
        for (var file : below("detection", SEALED)) {
            SealedForm.visit(file, FolderDetectionStates.place(file), visit);
        }
        secrets(data.file("directory").resolve("sources.json"), visit);
    }

    private Iterable<Path> below(String name, String pattern) throws IOException {
        return below(data.file(name), pattern);
    }

    private static Iterable<Path> below(Path folder, String pattern) throws IOException {
        return Files.isDirectory(folder) ? OwnerOnly.files(folder, pattern) : List.of();
    }

    private void secrets(Path file, Visit visit) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var directory = json.readTree(Files.readAllBytes(file));
        for (var secret : directory.path("secrets")) {
            var sealed = secret.path("sealed").asString("");
            if (!sealed.isEmpty()) {
                var name = "payment_secret/" + secret.path("id").asString("");
                visit.see(
                        file + ", " + name,
                        decoded(sealed),
                        DoorKey.bound(name),
                        next -> put(file, directory, secret, next));
            }
        }
    }

    /** What is no Base64 any more is shown as something that does not open. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }

    private void put(Path file, JsonNode directory, JsonNode secret, byte[] next)
            throws IOException {
        ((ObjectNode) secret).put("sealed", Base64.getEncoder().encodeToString(next));
        OwnerOnly.write(file, json.writeValueAsBytes(directory));
    }
}

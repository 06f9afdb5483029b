package dev.cordon.infra.intake.file;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the places of one log, in a file that is whole after a crash, old or new. */
final class PlaceFile {

    private static final int NAME = 32;

    private final Path file;

    PlaceFile(Path file) {
        this.file = file;
    }

    /** The file for this log, in a folder of such files. */
    static PlaceFile of(Path folder, String source, String log) {
        var name = Canonical.tagged("cordon/followed/v1").add(log).sha256().hex();
        return new PlaceFile(folder.resolve(source + "-" + name.substring(0, NAME) + ".json"));
    }

    /**
     * Null if the log was never followed.
     *
     * @throws IOException if the file is damaged: to begin again would take lines twice
     */
    @Nullable Places read() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Places.class);
        } catch (JacksonException damaged) {
            throw new IOException(
                    "%s is damaged. Remove it to read the log from its beginning".formatted(file),
                    damaged);
        }
    }

    void write(Places places) throws IOException {
        OwnerOnly.write(file, JsonMapper.shared().writeValueAsBytes(places));
    }
}

package dev.cordon.infra.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation keeps its own things.
 *
 * @param data the folder; made on first use
 */
@ConfigurationProperties("cordon")
public record DataFolder(@DefaultValue("cordon-data") Path data) {

    public DataFolder {
        data = data.toAbsolutePath().normalize();
    }

    /** A folder in it, made when it is missing, closed to other users. */
    public Path folder(String name) {
        try {
            OwnerOnly.folder(data);
            return OwnerOnly.folder(data.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cordon cannot make the folder "
                            + data.resolve(name)
                            + ". Nothing was changed. Let its user write there, or name another folder"
                            + " in CORDON_DATA.",
                    e);
        }
    }

    /** A file in it that need not be there. */
    public Path file(String name) {
        return data.resolve(name);
    }
}

package dev.cordon.infra.crypto;

import dev.cordon.infra.folder.DataFolder;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the encryption key lies.
 *
 * @param keyFile empty for {@code keys/master.json} in the data folder
 */
@ConfigurationProperties("cordon.crypto")
record CryptoSettings(@DefaultValue("") String keyFile) {

    KeyFile file(DataFolder folder) {
        return new KeyFile(
                keyFile.isBlank()
                        ? folder.folder("keys").resolve("master.json")
                        : Path.of(keyFile));
    }
}

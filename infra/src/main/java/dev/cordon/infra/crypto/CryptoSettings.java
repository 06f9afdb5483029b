package dev.cordon.infra.crypto;

import dev.cordon.infra.folder.DataFolder;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys lie.
 *
 * @param keyFile that of encryption; empty for {@code keys/master.json} in the data folder
 * @param ledgerKeyFile that signs the ledger; empty for {@code keys/ledger.pem} there
 */
@ConfigurationProperties("cordon.crypto")
record CryptoSettings(@DefaultValue("") String keyFile, @DefaultValue("") String ledgerKeyFile) {

    KeyFile file(DataFolder folder) {
        return new KeyFile(
                keyFile.isBlank()
                        ? folder.folder("keys").resolve("master.json")
                        : Path.of(keyFile));
    }

    LedgerKeyFile ledgerFile(DataFolder folder) {
        return new LedgerKeyFile(
                ledgerKeyFile.isBlank()
                        ? folder.folder("keys").resolve("ledger.pem")
                        : Path.of(ledgerKeyFile));
    }
}

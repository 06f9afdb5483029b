package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.LastCheckpoint;
import dev.cordon.infra.folder.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The vault below the data folder, or in the folder that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataFolder.class)
class VaultConfiguration {

    @Bean
    EvidenceVault evidenceVault(DataFolder folder, @Value("${cordon.vault.folder:}") String named)
            throws IOException {
        return new FolderEvidenceVault(
                named.isBlank() ? folder.folder("evidence") : Path.of(named));
    }

    @Bean
    LastCheckpoint lastCheckpoint(DataFolder folder) {
        return new FileLastCheckpoint(folder.folder("ledger").resolve("checkpoint"));
    }
}

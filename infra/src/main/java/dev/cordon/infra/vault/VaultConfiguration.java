package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceStage;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.LastCheckpoint;
import dev.cordon.application.evidence.LedgerMirror;
import dev.cordon.application.evidence.RecoveryKeys;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.domain.evidence.KeepingSchedule;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.ContentKeys;
import dev.cordon.infra.crypto.UnderMasterKey;
import dev.cordon.infra.folder.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault in a bucket, or below the data folder, or in the folder that the settings name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataFolder.class, KeepingSettings.class, S3Settings.class})
class VaultConfiguration {

    @Bean
    EvidenceVault evidenceVault(Shelves shelves, KeyShelf shelf, ContentKeys keys, JdbcClient jdbc)
            throws IOException {
        var vault = new SealedEvidenceVault(shelves.contents(), shelf, keys);
        var clear = shelves.folder();
        if (clear != null) {
            new ClearContents(clear.resolve("content"), vault, content -> holders(content, jdbc))
                    .seal();
        }
        new Rewrapping(shelf, keys).resume();
        return vault;
    }

    @Bean
    EvidenceStage evidenceStage(
            DataFolder data, @Value("${cordon.vault.folder:}") String named, ContentKeys keys)
            throws IOException {
        return new FolderStage(local(data, named).resolve("stage"), keys);
    }

    /** What waits lies on this machine, wherever the vault is. */
    private static Path local(DataFolder data, String named) throws IOException {
        return named.isBlank() ? data.folder("evidence") : Path.of(named);
    }

    @Bean
    Shelves shelves(
            DataFolder data,
            @Value("${cordon.vault.folder:}") String named,
            S3Settings s3,
            InstantSource clock)
            throws IOException {
        return s3.isSet()
                ? Shelves.inBucket(s3, named, clock)
                : Shelves.inFolder(named.isBlank() ? data.folder("evidence") : Path.of(named));
    }

    @Bean
    Uploads evidenceUploads(
            DataFolder data, @Value("${cordon.vault.folder:}") String named, ContentKeys keys)
            throws IOException {
        return new FolderUploads(local(data, named).resolve("uploads"), keys);
    }

    @Bean
    KeyShelf keyShelf(Shelves shelves) {
        return shelves.keys();
    }

    @Bean
    @Profile("rotate-key")
    UnderMasterKey shelvedKeys(KeyShelf shelf) {
        return new ShelvedKeys(shelf);
    }

    @Bean
    @Profile("rotate-key")
    UnderMasterKey uploadKeys(DataFolder data, @Value("${cordon.vault.folder:}") String named)
            throws IOException {
        return new UploadKeys(local(data, named).resolve("uploads"));
    }

    @Bean
    RecoveryKeys recoveryKeys(KeyShelf shelf, ContentKeys keys) {
        return VaultRecoveryKeys.lookedFor(shelf, keys);
    }

    static SealedEvidenceVault inFolder(Path folder, ContentKeys keys) throws IOException {
        var shelves = Shelves.inFolder(folder);
        return new SealedEvidenceVault(shelves.contents(), shelves.keys(), keys);
    }

    private static List<IncidentId> holders(Sha256 content, JdbcClient jdbc) {
        return jdbc
                .sql("select distinct incident from evidence_item where content = ?")
                .param(content.hex())
                .query(UUID.class)
                .list()
                .stream()
                .map(IncidentId::new)
                .toList();
    }

    @Bean
    KeepingSchedule keepingSchedule(KeepingSettings settings) {
        return settings.schedule();
    }

    @Bean
    LastCheckpoint lastCheckpoint(DataFolder folder) {
        return new FileLastCheckpoint(folder.folder("ledger").resolve("checkpoint"));
    }

    @Bean
    LedgerMirror ledgerMirror(@Value("${cordon.ledger.mirror:}") String folder) {
        return new FolderLedgerMirror(folder.isBlank() ? null : Path.of(folder.strip()));
    }
}

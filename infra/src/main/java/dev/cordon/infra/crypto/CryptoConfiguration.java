package dev.cordon.infra.crypto;

import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.infra.folder.DataFolder;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds or makes the keys before anything is encrypted or signed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CryptoSettings.class, DataFolder.class})
class CryptoConfiguration {

    @Bean
    MasterKey masterKey(CryptoSettings settings, DataFolder folder, JdbcClient jdbc)
            throws IOException {
        return MasterKey.of(settings.file(folder), jdbc);
    }

    @Bean
    DoorKey doorKey(MasterKey master) {
        return new DoorKey(master);
    }

    @Bean
    DataKeys dataKeys(JdbcClient jdbc, MasterKey master, InstantSource clock) {
        return new DataKeys(jdbc, master, clock);
    }

    @Bean
    FileKeys fileKeys(MasterKey master) {
        return master.fileKeys();
    }

    @Bean
    ContentKeys contentKeys(MasterKey master) {
        return master.contentKeys();
    }

    @Bean
    CheckpointKey checkpointKey(CryptoSettings settings, DataFolder folder, JdbcClient jdbc)
            throws IOException {
        return LedgerKey.of(settings.ledgerFile(folder), jdbc);
    }
}

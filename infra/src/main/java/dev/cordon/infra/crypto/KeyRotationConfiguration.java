package dev.cordon.infra.crypto;

import dev.cordon.infra.folder.DataFolder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There only while the master key is changed, and not while the program runs. */
@Configuration(proxyBeanMethods = false)
@Profile("rotate-key")
class KeyRotationConfiguration {

    @Bean
    UnderMasterKey databaseKeys(JdbcClient jdbc) {
        return new DatabaseKeys(jdbc);
    }

    /**
     * @param master looked at first, so that another key than the database's changes nothing
     */
    @Bean
    KeyRotation keyRotation(
            MasterKey master,
            CryptoSettings settings,
            DataFolder folder,
            List<UnderMasterKey> places) {
        return new KeyRotation(settings.file(folder), places);
    }
}

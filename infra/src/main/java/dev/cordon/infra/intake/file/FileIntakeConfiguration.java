package dev.cordon.infra.intake.file;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.kernel.Ids;
import dev.cordon.infra.folder.DataFolder;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows log files, here and on other hosts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TailSettings.class, SshPullSettings.class, DataFolder.class})
class FileIntakeConfiguration {

    @Bean
    FileTail fileTail(
            TailSettings settings,
            DataFolder data,
            IngestLines ingest,
            Ids ids,
            InstantSource clock) {
        return new FileTail(settings, data.folder("followed"), ingest, ids, clock);
    }

    @Bean
    SshPull sshPull(
            SshPullSettings settings,
            DataFolder data,
            IngestLines ingest,
            Ids ids,
            InstantSource clock) {
        return new SshPull(settings, data.folder("followed"), ingest, ids, clock);
    }
}

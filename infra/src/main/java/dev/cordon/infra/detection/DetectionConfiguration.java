package dev.cordon.infra.detection;

import dev.cordon.application.detection.AddressCountries;
import dev.cordon.application.detection.CatchUpDetection;
import dev.cordon.application.detection.DeleteOldLines;
import dev.cordon.application.detection.DetectionStates;
import dev.cordon.application.detection.JudgeSensors;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.application.detection.RuleTexts;
import dev.cordon.application.detection.SecretSeal;
import dev.cordon.application.detection.SensorBooks;
import dev.cordon.application.detection.SourceSecrets;
import dev.cordon.application.detection.TakenPieces;
import dev.cordon.application.detection.WakeDetection;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.infra.crypto.DoorKey;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.folder.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires detection's spool, settings and clockwork. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SpoolSettings.class,
    SensorSettings.class,
    DetectionThresholds.class,
    GeoipSettings.class,
    DataFolder.class
})
class DetectionConfiguration {

    @Bean
    DetectionSettings detectionSettings(DetectionThresholds thresholds) {
        return thresholds.settings();
    }

    @Bean
    RuleTexts ruleTexts() {
        return new YamlRuleTexts();
    }

    @Bean
    AddressCountries addressCountries(GeoipSettings settings) {
        return settings.database().isBlank()
                ? _ -> Optional.empty()
                : new GeoipCountries(Path.of(settings.database().strip()));
    }

    @Bean
    LogSpool logSpool(DataFolder folder, SpoolSettings settings, FileKeys keys) {
        return new FolderLogSpool(folder.folder("spool"), settings, keys);
    }

    @Bean
    TakenPieces takenPieces(DataFolder folder) {
        return new FolderTakenPieces(folder.folder("handed-in"));
    }

    @Bean
    MatchedLines matchedLines(DataFolder folder, FileKeys keys) throws IOException {
        return FolderMatchedLines.open(folder.folder("matched"), keys);
    }

    @Bean
    FolderSourceDirectory sourceDirectory(DataFolder folder) {
        return new FolderSourceDirectory(folder.folder("directory"));
    }

    @Bean
    DirectoryChanges directoryChanges(FolderSourceDirectory directory) {
        return new DirectoryChanges(directory);
    }

    @Bean
    SourceSecrets sourceSecrets() {
        return new RandomSourceSecrets();
    }

    @Bean
    SensorBooks sensorBooks(DataFolder folder) {
        return new FolderSensorBooks(folder.folder("sensors"));
    }

    @Bean
    SecretSeal secretSeal(DoorKey key) {
        return new MasterSecretSeal(key);
    }

    @Bean
    DetectionStates detectionStates(DataFolder folder, FileKeys keys) {
        return new FolderDetectionStates(folder.folder("detection"), keys);
    }

    @Bean
    DetectionBells detectionBells() {
        return new DetectionBells();
    }

    @Bean
    DetectionClockwork detectionClockwork(
            DetectionBells bells, WakeDetection wake, CatchUpDetection catchUp) {
        return new DetectionClockwork(bells, wake, catchUp);
    }

    @Bean
    SensorClockwork sensorClockwork(
            JudgeSensors judge, DeleteOldLines deleteOld, SensorSettings settings) {
        return new SensorClockwork(judge, deleteOld, settings);
    }
}

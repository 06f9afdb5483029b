package dev.cordon.ui.evidence;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.people.SettingsSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What evidence contributes to the settings. */
@Configuration(proxyBeanMethods = false)
class EvidenceContributions {

    @Bean
    SettingsSection recoveryKeyInSettings(RecoveryKeyActions actions) {
        return new SettingsSection(Permission.AUDIT_READ, () -> new RecoveryKeyCard(actions));
    }
}

package dev.cordon.ui.evidence;

import dev.cordon.application.evidence.RecoveryKeyQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.PaletteSource;
import dev.cordon.ui.kernel.PaletteSource.Target;
import dev.cordon.ui.kernel.SetupStep;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.SettingsSection;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What evidence contributes to settings, palette and setting up. */
@Configuration(proxyBeanMethods = false)
class EvidenceContributions {

    @Bean
    SettingsSection recoveryKeyInSettings(RecoveryKeyActions actions) {
        return new SettingsSection(Permission.AUDIT_READ, () -> new RecoveryKeyCard(actions));
    }

    /** On top of the side: it costs minutes today, and all evidence once it is too late. */
    @Bean
    SituationCard recoveryKeyOnSituation(RecoveryKeyQueries queries) {
        return new SituationCard(
                Column.SIDE,
                5,
                Permission.RECOVERY_KEY_CREATE,
                () -> new RecoveryKeyWanted(queries));
    }

    @Bean
    PaletteSource pagesInPalette() {
        return typed -> {
            var words = Words.here();
            return Stream.of(
                            new Target(
                                    words.text("register.title"),
                                    words.text("register.what"),
                                    "evidence"),
                            new Target(
                                    words.text("integrity.title"),
                                    words.text("integrity.runs"),
                                    "evidence/watch"))
                    .filter(page -> names(page.name(), typed))
                    .toList();
        };
    }

    private static boolean names(String title, String typed) {
        return title.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }

    @Bean
    SetupStep recoveryKeyInSetup(RecoveryKeyActions actions, RecoveryKeyQueries queries) {
        return new SetupStep(
                "recovery-key",
                20,
                Permission.RECOVERY_KEY_CREATE,
                () -> !queries.isWanted(),
                () -> new RecoveryKeyCard(actions));
    }
}

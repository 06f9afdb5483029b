package dev.cordon.ui.audit;

import dev.cordon.application.audit.ParkedJobQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.people.SettingsSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit contributes to rail, settings and situation. */
@Configuration(proxyBeanMethods = false)
class AuditContributions {

    @Bean
    RailEntry auditInRail() {
        return new RailEntry(
                Place.AUDIT, AuditView.class, Permission.AUDIT_READ, () -> RailEntry.Badge.NONE);
    }

    @Bean
    SettingsSection parkedJobsInSettings(ParkedJobActions actions) {
        return new SettingsSection(Permission.AUDIT_READ, () -> new ParkedJobsCard(actions));
    }

    /** On top of the side: whoever waits for that work does not know that it stands still. */
    @Bean
    SituationCard parkedJobsOnSituation(ParkedJobQueries queries) {
        return new SituationCard(
                Column.SIDE, 4, Permission.STORE_MANAGE, () -> new ParkedJobsNotice(queries));
    }
}

package dev.cordon.ui.audit;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit contributes to the rail. */
@Configuration(proxyBeanMethods = false)
class AuditContributions {

    @Bean
    RailEntry auditInRail() {
        return new RailEntry(
                Place.AUDIT, AuditView.class, Permission.AUDIT_READ, () -> RailEntry.Badge.NONE);
    }
}

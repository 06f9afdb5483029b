package dev.cordon.ui.breach;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.store.StoreZones;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What breaches contribute to the situation. */
@Configuration(proxyBeanMethods = false)
class BreachContributions {

    @Bean
    SituationCard nextDuties(
            IncidentQueries incidents,
            BreachQueries breaches,
            StoreZones zones,
            InstantSource clock) {
        return new SituationCard(
                Column.SIDE,
                20,
                Permission.BREACH_READ,
                () -> new NextDutiesCard(incidents, breaches, zones, clock));
    }
}

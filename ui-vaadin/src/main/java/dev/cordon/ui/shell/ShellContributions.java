package dev.cordon.ui.shell;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame's own entry in the rail, and the way to setting up. */
@Configuration(proxyBeanMethods = false)
class ShellContributions {

    @Bean
    RailEntry situationInRail() {
        return new RailEntry(
                Place.SITUATION,
                SituationView.class,
                Permission.INCIDENT_READ,
                () -> RailEntry.Badge.NONE);
    }

    /** On top: nothing else works before. */
    @Bean
    SituationCard setupOnSituation(SetupSteps steps) {
        return new SituationCard(
                Column.MAIN, 1, Permission.STORE_MANAGE, () -> new SetupWanted(steps));
    }
}

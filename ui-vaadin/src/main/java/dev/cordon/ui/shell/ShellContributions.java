package dev.cordon.ui.shell;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame's own entry in the rail. */
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
}

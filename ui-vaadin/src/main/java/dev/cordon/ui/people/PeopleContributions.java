package dev.cordon.ui.people;

import dev.cordon.application.people.PeopleQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SetupStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people contribute to the rail and to setting up. */
@Configuration(proxyBeanMethods = false)
class PeopleContributions {

    /** Everybody has something here: people to read, or tokens of their own. */
    @Bean
    RailEntry settingsInRail() {
        return new RailEntry(
                Place.SETTINGS,
                SettingsView.class,
                Permission.INCIDENT_READ,
                () -> RailEntry.Badge.NONE);
    }

    @Bean
    SetupStep team(PeopleQueries queries) {
        return new SetupStep(
                "team",
                10,
                Permission.PEOPLE_READ,
                () -> TeamRoles.isThere(queries.people()),
                () -> new TeamRoles(queries));
    }
}

package dev.cordon.ui.people;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people contribute to the rail. */
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
}

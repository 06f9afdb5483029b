package dev.cordon.ui.incident;

import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.PaletteSource;
import dev.cordon.ui.kernel.PaletteSource.Target;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.people.NameBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What incidents contribute to rail, situation and palette. */
@Configuration(proxyBeanMethods = false)
class IncidentContributions {

    private static final int FEW = 6;

    @Bean
    RailEntry incidentsInRail(IncidentQueries queries) {
        return new RailEntry(
                Place.INCIDENTS,
                IncidentsView.class,
                Permission.INCIDENT_READ,
                () -> new RailEntry.Badge(queries.count(Incidents.Filter.OPEN), false));
    }

    @Bean
    SituationCard openIncidents(IncidentQueries queries, WarRoomClocks clocks, NameBook book) {
        return new SituationCard(
                Column.MAIN,
                10,
                Permission.INCIDENT_READ,
                () -> new OpenIncidentsCard(queries, clocks, book));
    }

    @Bean
    PaletteSource incidentsInPalette(IncidentQueries queries) {
        return typed ->
                queries
                        .list(
                                new Incidents.Filter(
                                        null, null, null, typed.isEmpty() ? null : typed),
                                Page.Request.first(FEW))
                        .items()
                        .stream()
                        .map(
                                incident ->
                                        new Target(
                                                incident.reference() + " " + incident.codename(),
                                                incident.title(),
                                                IncidentNavigation.address(incident.reference())))
                        .toList();
    }
}

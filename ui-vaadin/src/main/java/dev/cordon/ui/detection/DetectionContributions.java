package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.SensorQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SetupStep;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.store.StoreNames;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What detection contributes to rail and situation. */
@Configuration(proxyBeanMethods = false)
class DetectionContributions {

    @Bean
    RailEntry alertsInRail(AlertQueries queries) {
        return new RailEntry(
                Place.ALERTS,
                AlertsView.class,
                Permission.ALERT_READ,
                () -> new RailEntry.Badge(queries.count(Alerts.Filter.OPEN), true));
    }

    @Bean
    RailEntry rulesInRail() {
        return new RailEntry(
                Place.RULES, RulesView.class, Permission.ALERT_READ, () -> RailEntry.Badge.NONE);
    }

    @Bean
    SituationCard attacksOfTheDay(AlertQueries queries, InstantSource clock) {
        return new SituationCard(
                Column.MAIN, 20, Permission.ALERT_READ, () -> new AttacksCard(queries, clock));
    }

    @Bean
    SituationCard untakenAlerts(AlertQueries queries, StoreNames stores) {
        return new SituationCard(
                Column.SIDE, 30, Permission.ALERT_READ, () -> new OpenAlertsCard(queries, stores));
    }

    @Bean
    SituationCard sensors(SourceActions actions) {
        return new SituationCard(
                Column.SIDE, 40, Permission.ALERT_READ, () -> new SensorsCard(actions));
    }

    /** A log or the sensor plugin: both come in as sources. */
    @Bean
    SetupStep logsInSetup(SensorQueries sensors) {
        return new SetupStep(
                "logs",
                60,
                Permission.LOG_INGEST,
                () -> !sensors.all().isEmpty(),
                () -> new Paragraph(new Anchor("stores", Words.here().text("setup.logs.go"))));
    }
}

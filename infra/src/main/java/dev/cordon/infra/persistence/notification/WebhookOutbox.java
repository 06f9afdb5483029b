package dev.cordon.infra.persistence.notification;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.notification.WebhookDeliveries;
import dev.cordon.domain.detection.AlertEvent;
import dev.cordon.domain.incident.IncidentEvent;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.infra.persistence.Consequence;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what endpoints are to be told, with the change that it tells of. */
@Component
class WebhookOutbox implements Consequence {

    private final JdbcClient jdbc;
    private final WebhookDeliveries deliveries;
    private final Ids ids;
    private final InstantSource clock;

    WebhookOutbox(JdbcClient jdbc, WebhookDeliveries deliveries, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void of(DomainEvent fact) {
        switch (fact) {
            case AlertEvent event -> ofAlert(event);
            case IncidentEvent event -> ofIncident(event);
            default -> {
                // Nobody outside is told of anything else.
            }
        }
    }

    private void ofAlert(AlertEvent event) {
        var type = type(event);
        if (type.isEmpty()) {
            return;
        }
        var wanting = wanting(type.get());
        var alert = event.alert().value();
        if (wanting.isEmpty() || event instanceof AlertEvent.AlertGrew grew && !isWorse(grew)) {
            return;
        }
        tell(type.get(), event, alert, about("alert", "source_ref", alert), wanting);
    }

    private void ofIncident(IncidentEvent event) {
        var type = type(event);
        if (type.isEmpty()) {
            return;
        }
        var wanting = wanting(type.get());
        if (!wanting.isEmpty()) {
            var incident = event.incident().value();
            tell(type.get(), event, incident, about("incident", "reference", incident), wanting);
        }
    }

    private static Optional<WebhookType> type(AlertEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case AlertEvent.AlertRaised _ -> WebhookType.ALERT_RAISED;
                    case AlertEvent.AlertGrew _ -> WebhookType.ALERT_WORSENED;
                    case AlertEvent.AlertReopened _, AlertEvent.AlertTakenBack _ ->
                            WebhookType.ALERT_REOPENED;
                    case AlertEvent.AlertTaken _ -> WebhookType.ALERT_TAKEN;
                    case AlertEvent.AlertDismissed _ -> WebhookType.ALERT_DISMISSED;
                    case AlertEvent.AlertSuppressed _ -> WebhookType.ALERT_SUPPRESSED;
                    case AlertEvent.AlertMerged _ -> WebhookType.ALERT_MERGED;
                    case AlertEvent.AlertEscalated _ -> WebhookType.ALERT_ESCALATED;
                });
    }

    private static Optional<WebhookType> type(IncidentEvent event) {
        return switch (event) {
            case IncidentEvent.IncidentDeclared _ -> Optional.of(WebhookType.INCIDENT_OPENED);
            case IncidentEvent.IncidentAcknowledged _ ->
                    Optional.of(WebhookType.INCIDENT_STAGE_CHANGED);
            case IncidentEvent.StageChanged changed ->
                    Optional.of(
                            changed.to().isOver()
                                    ? WebhookType.INCIDENT_CLOSED
                                    : WebhookType.INCIDENT_STAGE_CHANGED);
            case IncidentEvent.SeverityAssessed assessed ->
                    Optional.of(WebhookType.INCIDENT_SEVERITY_CHANGED)
                            .filter(_ -> assessed.from() != assessed.to());
            case IncidentEvent.IncidentWithdrawn _ -> Optional.of(WebhookType.INCIDENT_CLOSED);
            case IncidentEvent.CommandTaken _,
                    IncidentEvent.AwarenessDeclared _,
                    IncidentEvent.IndicatorsTaken _ ->
                    Optional.empty();
        };
    }

    /** An endpoint that is on and asked for such events. */
    private record Wanting(UUID endpoint, String stores, boolean exercises) {

        boolean isTold(About about) {
            boolean covered = stores.equals("all") || stores.contains(about.store().toString());
            boolean exercise = about.mode() == Mode.DRILL || about.mode() == Mode.TUTORIAL;
            return covered && (exercises || !exercise && about.production());
        }
    }

    private List<Wanting> wanting(WebhookType type) {
        return jdbc.sql(
                        """
                        select id, stores, exercises from webhook_endpoint
                        where state = 'ON' and ? = any (string_to_array(types, ','))
                        """)
                .param(type.wire())
                .query(
                        (row, _) ->
                                new Wanting(
                                        row.getObject("id", UUID.class),
                                        row.getString("stores"),
                                        row.getBoolean("exercises")))
                .list();
    }

    /** What the event itself does not say of its subject. */
    private record About(String reference, UUID store, Mode mode, boolean production) {}

    private About about(String table, String reference, UUID subject) {
        return jdbc.sql(
                        """
                        select s.%s as reference, s.store, s.mode,
                            coalesce(t.environment, 'PRODUCTION') = 'PRODUCTION' as production
                        from %s s left join store t on t.id = s.store where s.id = ?
                        """
                                .formatted(reference, table))
                .param(subject)
                .query(
                        (row, _) ->
                                new About(
                                        row.getString("reference"),
                                        row.getObject("store", UUID.class),
                                        Mode.valueOf(row.getString("mode")),
                                        row.getBoolean("production")))
                .single();
    }

    /** History is written at the end of the transaction: until then it says what was before. */
    private boolean isWorse(AlertEvent.AlertGrew grew) {
        return jdbc.sql("select severity from alert_aud where id = ? and revend is null")
                .param(grew.alert().value())
                .query(String.class)
                .optional()
                .filter(before -> !before.equals(grew.severity().name()))
                .isPresent();
    }

    private void tell(
            WebhookType type, DomainEvent event, UUID subject, About about, List<Wanting> all) {
        for (var wanting : all) {
            if (wanting.isTold(about)) {
                var message =
                        new WebhookMessage(
                                ids.next(),
                                type,
                                event.at(),
                                subject,
                                about.reference(),
                                new StoreId(about.store()),
                                about.mode(),
                                about.production());
                deliveries.add(message, new WebhookEndpointId(wanting.endpoint()), clock.instant());
            }
        }
    }
}

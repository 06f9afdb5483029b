package dev.cordon.infra.notification;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.notification.CampaignFixtures.PAUL;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.notification.Campaigns;
import dev.cordon.application.notification.Deliveries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignFixtures;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a notice into the database that two people agreed on, with all that belongs to it. */
@StreamingUseCase
public class ApprovedNotice {

    private static final UUID LIST = new UUID(0, 5);

    private final Stores stores;
    private final Incidents incidents;
    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final UnitOfWork work;
    private final JdbcClient jdbc;

    ApprovedNotice(
            Stores stores,
            Incidents incidents,
            Campaigns campaigns,
            Deliveries deliveries,
            UnitOfWork work,
            JdbcClient jdbc) {
        this.stores = stores;
        this.incidents = incidents;
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.work = work;
        this.jdbc = jdbc;
    }

    /** A notice to that many people; the first one brings store and incident with it. */
    @Requires(Permission.CAMPAIGN_DISPATCH)
    public CampaignId to(int number, int people) {
        if (stores.all(StoreScope.ALL).isEmpty()) {
            work.run(this::surroundings);
        }
        var id = new CampaignId(new UUID(0, number));
        work.run(() -> draft(id, people));
        work.run(() -> campaigns.save(campaigns.get(id, StoreScope.ALL).submit(RITA, NOON)));
        work.run(() -> approve(campaigns.get(id, StoreScope.ALL)));
        return id;
    }

    private void surroundings() {
        stores.save(Store.add(FJORD, StoreFixtures.profile(), StoreAccess.NONE, RITA, NOON));
        var like = IncidentFixtures.anIncident();
        incidents.save(
                Incident.declare(
                        like.id(),
                        FJORD,
                        like.reference(),
                        like.codename(),
                        like.title(),
                        Mode.LIVE,
                        like.severity(),
                        like.times(),
                        RITA));
        jdbc.sql(
                        """
                        insert into determination (id, version, incident, store, exposed_from,
                            exposed_until, addresses, accepted_logins, phase, requested_by, at)
                        values (?, 0, ?, ?, '2026-11-23', '2026-11-24', '', 0, 'REQUESTED', 'rita',
                            'epoch')
                        """)
                .params(LIST, like.id().value(), FJORD.value())
                .update();
    }

    private void draft(CampaignId id, int people) {
        var recipients =
                IntStream.rangeClosed(1, people).mapToObj(ApprovedNotice::recipient).toList();
        var like = CampaignFixtures.aDraft(recipients);
        campaigns.save(
                Campaign.draft(
                        id,
                        like.incident(),
                        FJORD,
                        like.determination(),
                        like.channel(),
                        like.texts(),
                        like.recipients(),
                        RITA,
                        NOON));
        deliveries.freeze(id, recipients);
    }

    private void approve(Campaign submitted) {
        var outcome = submitted.approve(submitted.contentHash(), PAUL, NOON);
        campaigns.save(((Campaign.ApprovalOutcome.Approved) outcome).change());
    }

    private static Recipient recipient(int ordinal) {
        return new Recipient(
                ordinal,
                Integer.toString(ordinal),
                "p%d@mail.example".formatted(ordinal),
                "Person " + ordinal,
                List.of("de", "en").get(ordinal % 2));
    }
}

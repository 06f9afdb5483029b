package dev.cordon.infra.persistence.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.Deliveries;
import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeliveries implements Deliveries {

    private static final String DISPATCHER = AutomationPolicy.DISPATCHER.actor().reference();

    private final DeliveryTable table;
    private final JdbcClient jdbc;

    JdbcDeliveries(DeliveryTable table, JdbcClient jdbc) {
        this.table = table;
        this.jdbc = jdbc;
    }

    @Override
    public void freeze(CampaignId campaign, List<Recipient> recipients) {
        table.add(campaign, recipients);
    }

    @Override
    public RecipientList stored(CampaignId campaign) {
        return RecipientList.of(
                table.isReadable(campaign)
                        ? table.select(campaign, "true order by ordinal").stream()
                                .map(Delivery::recipient)
                                .toList()
                        : List.of());
    }

    @Override
    public void hold(CampaignId campaign) {
        jdbc.sql("select id from campaign where id = ? for no key update")
                .param(campaign.value())
                .query()
                .listOfRows();
    }

    @Override
    public Optional<Delivery> claim(CampaignId campaign, String domain, Instant now) {
        var due =
                table.select(
                        campaign,
                        """
                        status = 'PENDING' and coalesce(next_attempt, '-infinity') <= ?
                        order by next_attempt nulls first, ordinal limit 1
                        for update skip locked
                        """,
                        Times.utc(now));
        var claimed = due.stream().findFirst().map(delivery -> inFlight(delivery, domain, now));
        claimed.ifPresent(delivery -> table.move(delivery, DISPATCHER));
        return claimed;
    }

    private static Delivery inFlight(Delivery delivery, String domain, Instant now) {
        int attempt = delivery.attempts() + 1;
        var id = Delivery.messageId(delivery.campaign(), delivery.ordinal(), attempt, domain);
        return new Delivery(
                delivery.campaign(),
                delivery.recipient(),
                Status.IN_FLIGHT,
                attempt,
                null,
                id,
                "",
                "",
                "",
                now);
    }

    @Override
    public void settle(Delivery claimed, DeliveryResult result, Instant at) {
        table.settle(Settling.by(result, claimed, at), DISPATCHER);
    }

    @Override
    public int abandonInFlight(CampaignId campaign, Instant at) {
        var abandoned = table.select(campaign, "status = 'IN_FLIGHT' order by ordinal for update");
        abandoned.forEach(
                delivery -> table.move(Settling.cutOff(delivery, CUT_OFF, at), DISPATCHER));
        return abandoned.size();
    }

    @Override
    public void decide(Delivery unknown, Delivery.Decision decision, Actor.Person by, Instant at) {
        var kept = locked(unknown);
        if (kept.status() != Status.UNKNOWN || kept.attempts() != unknown.attempts()) {
            throw new StaleVersion(
                    "delivery " + unknown.ordinal(), new Version(unknown.attempts()));
        }
        table.move(Settling.by(decision, kept, Deliveries.decidedBy(by), at), by.reference());
    }

    private Delivery locked(Delivery delivery) {
        return table.select(delivery.campaign(), "ordinal = ? for update", delivery.ordinal())
                .getFirst();
    }

    @Override
    public Optional<Delivery> find(CampaignId campaign, int ordinal) {
        return table.select(campaign, "ordinal = ?", ordinal).stream().findFirst();
    }

    @Override
    public Page<Delivery> list(CampaignId campaign, @Nullable Status status, Page.Request page) {
        var read =
                table.select(
                        campaign,
                        "ordinal > ? and (? = '' or status = ?) order by ordinal limit ?",
                        Pages.ordinal(page),
                        status == null ? "" : status.name(),
                        status == null ? "" : status.name(),
                        Pages.limit(page));
        return Pages.of(read, page, Delivery::ordinal, delivery -> delivery);
    }

    @Override
    public Optional<Recipient> firstReading(CampaignId campaign, String language) {
        return table.isReadable(campaign)
                ? table.select(campaign, "language = ? order by ordinal limit 1", language).stream()
                        .findFirst()
                        .map(Delivery::recipient)
                : Optional.empty();
    }

    @Override
    public Map<String, Integer> languages(CampaignId campaign) {
        return counted(
                "select language, count(*) from delivery where campaign = ? group by language",
                campaign);
    }

    @Override
    public DeliveryTally tally(CampaignId campaign) {
        var counts = new EnumMap<Status, Integer>(Status.class);
        counted(
                        "select status, count(*) from delivery where campaign = ? group by status",
                        campaign)
                .forEach((status, count) -> counts.put(Status.valueOf(status), count));
        return new DeliveryTally(counts);
    }

    private Map<String, Integer> counted(String query, CampaignId campaign) {
        var counts = new HashMap<String, Integer>();
        RowCallbackHandler row = counted -> counts.put(counted.getString(1), counted.getInt(2));
        jdbc.sql(query).param(campaign.value()).query(row);
        return counts;
    }

    @Override
    public Optional<Instant> nextAttempt(CampaignId campaign) {
        return jdbc.sql(
                        """
                        select coalesce(next_attempt, 'epoch') as next from delivery
                        where campaign = ? and status = 'PENDING'
                        order by next_attempt nulls first limit 1
                        """)
                .param(campaign.value())
                .query((row, _) -> Times.instant(row, "next"))
                .optional();
    }
}

package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Deliveries} without a database. */
public final class InMemoryDeliveries implements Deliveries {

    private record Key(CampaignId campaign, int ordinal) {}

    private final Map<Key, Delivery> deliveries =
            new TreeMap<>(
                    Comparator.comparing((Key key) -> key.campaign().value())
                            .thenComparing(Key::ordinal));

    @Override
    public void freeze(CampaignId campaign, List<Recipient> recipients) {
        for (var recipient : recipients) {
            put(new Delivery(campaign, recipient, Status.PENDING, 0, null, "", "", "", "", null));
        }
    }

    @Override
    public RecipientList stored(CampaignId campaign) {
        return RecipientList.of(of(campaign).map(Delivery::recipient).toList());
    }

    @Override
    public void hold(CampaignId campaign) {
        // There is one thread.
    }

    @Override
    public Optional<Delivery> claim(CampaignId campaign, String domain, Instant now) {
        var next =
                of(campaign)
                        .filter(delivery -> delivery.status() == Status.PENDING)
                        .filter(delivery -> !due(delivery).isAfter(now))
                        .min(Comparator.comparing(InMemoryDeliveries::due));
        next.ifPresent(delivery -> put(inFlight(delivery, domain, now)));
        return next.map(delivery -> get(campaign, delivery.ordinal()));
    }

    private static Delivery inFlight(Delivery delivery, String domain, Instant now) {
        int attempt = delivery.attempts() + 1;
        return new Delivery(
                delivery.campaign(),
                delivery.recipient(),
                Status.IN_FLIGHT,
                attempt,
                null,
                Delivery.messageId(delivery.campaign(), delivery.ordinal(), attempt, domain),
                "",
                "",
                "",
                now);
    }

    @Override
    public void settle(Delivery claimed, DeliveryResult result, Instant at) {
        var kept = get(claimed.campaign(), claimed.ordinal());
        if (kept.attempts() != claimed.attempts()
                || kept.status() != Status.IN_FLIGHT && kept.status() != Status.UNKNOWN) {
            return;
        }
        put(
                switch (result) {
                    case DeliveryResult.Accepted(_, var reply, var server) ->
                            now(kept, Status.ACCEPTED, null, reply, server, "", at);
                    case DeliveryResult.Refused(var reply, var server) ->
                            now(kept, Status.REFUSED, null, reply, server, "", at);
                    case DeliveryResult.Deferred(var reply, var server, var wait) ->
                            now(kept, Status.PENDING, at.plus(wait), reply, server, "", at);
                    case DeliveryResult.Unknown(_, var why, var server) ->
                            now(kept, Status.UNKNOWN, null, "", server, why, at);
                });
    }

    @Override
    public int abandonInFlight(CampaignId campaign, Instant at) {
        var abandoned =
                of(campaign).filter(delivery -> delivery.status() == Status.IN_FLIGHT).toList();
        abandoned.forEach(
                delivery -> put(now(delivery, Status.UNKNOWN, null, "", "", CUT_OFF, at)));
        return abandoned.size();
    }

    @Override
    public void decide(Delivery unknown, Delivery.Decision decision, Actor.Person by, Instant at) {
        var kept = get(unknown.campaign(), unknown.ordinal());
        if (kept.status() != Status.UNKNOWN || kept.attempts() != unknown.attempts()) {
            throw new StaleVersion(
                    "delivery " + unknown.ordinal(), new Version(unknown.attempts()));
        }
        var note = Deliveries.decidedBy(by);
        put(
                switch (decision) {
                    case SEND_AGAIN -> now(kept, Status.PENDING, at, "", "", note, at);
                    case TREAT_AS_ACCEPTED -> now(kept, Status.ACCEPTED, null, "", "", note, at);
                    case TREAT_AS_REFUSED -> now(kept, Status.REFUSED, null, "", "", note, at);
                });
    }

    @Override
    public Optional<Delivery> find(CampaignId campaign, int ordinal) {
        return Optional.ofNullable(deliveries.get(new Key(campaign, ordinal)));
    }

    @Override
    public Page<Delivery> list(CampaignId campaign, @Nullable Status status, Page.Request page) {
        int after = page.after() == null ? 0 : Integer.parseInt(page.after());
        var rest =
                of(campaign)
                        .filter(delivery -> status == null || delivery.status() == status)
                        .filter(delivery -> delivery.ordinal() > after)
                        .toList();
        var shown = rest.subList(0, Math.min(rest.size(), page.size()));
        return new Page<>(
                shown,
                rest.size() > shown.size() ? Integer.toString(shown.getLast().ordinal()) : null);
    }

    @Override
    public Optional<Recipient> firstReading(CampaignId campaign, String language) {
        return of(campaign)
                .map(Delivery::recipient)
                .filter(recipient -> recipient.language().equals(language))
                .findFirst();
    }

    @Override
    public Map<String, Integer> languages(CampaignId campaign) {
        return of(campaign)
                .collect(
                        Collectors.groupingBy(
                                delivery -> delivery.recipient().language(),
                                Collectors.summingInt(_ -> 1)));
    }

    @Override
    public DeliveryTally tally(CampaignId campaign) {
        return new DeliveryTally(
                of(campaign)
                        .collect(
                                Collectors.groupingBy(
                                        Delivery::status, Collectors.summingInt(_ -> 1))));
    }

    @Override
    public Optional<Instant> nextAttempt(CampaignId campaign) {
        return of(campaign)
                .filter(delivery -> delivery.status() == Status.PENDING)
                .map(InMemoryDeliveries::due)
                .min(Comparator.naturalOrder());
    }

    /** Somebody changes a recipient behind the program's back. */
    public void tamper(CampaignId campaign, Recipient recipient) {
        put(new Delivery(campaign, recipient, Status.PENDING, 0, null, "", "", "", "", null));
    }

    private Stream<Delivery> of(CampaignId campaign) {
        return List.copyOf(deliveries.values()).stream()
                .filter(delivery -> delivery.campaign().equals(campaign));
    }

    private static Instant due(Delivery delivery) {
        return Objects.requireNonNullElse(delivery.nextAttempt(), Instant.EPOCH);
    }

    private void put(Delivery delivery) {
        deliveries.put(new Key(delivery.campaign(), delivery.ordinal()), delivery);
    }

    private static Delivery now(
            Delivery kept,
            Status status,
            @Nullable Instant next,
            String proof,
            String server,
            String note,
            Instant at) {
        return new Delivery(
                kept.campaign(),
                kept.recipient(),
                status,
                kept.attempts(),
                next,
                kept.messageId(),
                proof,
                server,
                note,
                at);
    }
}

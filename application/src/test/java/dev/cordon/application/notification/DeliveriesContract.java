package dev.cordon.application.notification;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.notification.CampaignFixtures.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DeliveryResult.Refused;
import dev.cordon.application.notification.DeliveryResult.Unknown;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Decision;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Deliveries} promises, whoever keeps them. */
public abstract class DeliveriesContract {

    protected static final CampaignId NOTICE = new CampaignId(new UUID(0, 77));
    private static final CampaignId OTHER = new CampaignId(new UUID(0, 78));

    private static final List<Recipient> PEOPLE =
            List.of(person(1, "en"), person(2, "de"), person(3, "de"));

    /** An empty port. */
    protected abstract Deliveries deliveries();

    /** One transaction. */
    protected abstract <T> T commit(Supplier<T> work);

    @Test
    void frozenRecipientsReadBackTheSameAndWait() {
        freeze(PEOPLE);

        var all = all(null);

        assertThat(all).extracting(Delivery::recipient).isEqualTo(PEOPLE);
        assertThat(all).extracting(Delivery::status).containsOnly(Status.PENDING);
        assertThat(deliveries().stored(NOTICE)).isEqualTo(RecipientList.of(PEOPLE));
        assertThat(deliveries().stored(OTHER)).isEqualTo(RecipientList.of(List.of()));
    }

    @Test
    void eachIsClaimedOnceInOrder() {
        freeze(PEOPLE);

        var claimed = IntStream.range(0, 3).mapToObj(_ -> claim(NOON)).toList();

        assertThat(claimed).extracting(Delivery::ordinal).containsExactly(1, 2, 3);
        assertThat(claimed).extracting(Delivery::status).containsOnly(Status.IN_FLIGHT);
        assertThat(commit(() -> deliveries().claim(NOTICE, "shop.example", NOON))).isEmpty();
    }

    @Test
    void messageHasItsIdBeforeItLeaves() {
        freeze(PEOPLE);

        var claimed = claim(NOON);

        assertThat(claimed.messageId())
                .isEqualTo("<00000000-0000-0000-0000-00000000004d.1.1@shop.example>");
        assertThat(find(1).messageId()).isEqualTo(claimed.messageId());
    }

    @Test
    void acceptanceIsKeptWithTheServersWords() {
        freeze(PEOPLE);
        var claimed = claim(NOON);

        settle(claimed, new Accepted(claimed.messageId(), "250 2.0.0 queued", "mx:25"));

        assertThat(find(1))
                .isEqualTo(
                        new Delivery(
                                NOTICE,
                                PEOPLE.getFirst(),
                                Status.ACCEPTED,
                                1,
                                null,
                                claimed.messageId(),
                                "250 2.0.0 queued",
                                "mx:25",
                                "",
                                NOON.plusSeconds(1)));
    }

    @Test
    void refusalIsKeptWithTheServersWords() {
        freeze(PEOPLE);

        settle(claim(NOON), new Refused("550 no such user", "mx:25"));

        assertThat(find(1).status()).isEqualTo(Status.REFUSED);
        assertThat(find(1).proof()).isEqualTo("550 no such user");
    }

    @Test
    void deferredOneIsClaimedAgainWhenItsTimeHasCome() {
        freeze(List.of(person(1, "en")));
        settle(claim(NOON), new Deferred("450 later", "mx:25", Duration.ofMinutes(5)));
        var then = NOON.plusSeconds(1).plus(Duration.ofMinutes(5));

        assertThat(commit(() -> deliveries().claim(NOTICE, "shop.example", then.minusMillis(1))))
                .isEmpty();
        assertThat(deliveries().nextAttempt(NOTICE)).contains(then);
        var again = claim(then);

        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.messageId()).contains(".1.2@");
        assertThat(deliveries().nextAttempt(NOTICE)).isEmpty();
    }

    @Test
    void whatWasInFlightWhenARunWasCutOffIsUnknown() {
        freeze(PEOPLE);
        var first = claim(NOON);
        settle(first, new Accepted(first.messageId(), "250", "mx:25"));
        var second = claim(NOON);

        int abandoned = commit(() -> deliveries().abandonInFlight(NOTICE, NOON));

        assertThat(abandoned).isEqualTo(1);
        assertThat(find(second.ordinal()).status()).isEqualTo(Status.UNKNOWN);
        assertThat(find(second.ordinal()).note()).isEqualTo(Deliveries.CUT_OFF);
        assertThat(find(second.ordinal()).messageId()).isEqualTo(second.messageId());
        assertThat(all(Status.ACCEPTED)).hasSize(1);
        assertThat(all(Status.PENDING)).hasSize(1);
    }

    @Test
    void resultThatComesLateStillCounts() {
        freeze(PEOPLE);
        var claimed = claim(NOON);
        commit(() -> deliveries().abandonInFlight(NOTICE, NOON));

        settle(claimed, new Accepted(claimed.messageId(), "250", "mx:25"));

        assertThat(find(1).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void resultThatComesAfterTheDecisionChangesNothing() {
        var claimed = unknown();
        decide(find(1), Decision.TREAT_AS_ACCEPTED);

        settle(claimed, new Refused("550 no", "mx:25"));

        assertThat(find(1).status()).isEqualTo(Status.ACCEPTED);
        assertThat(find(1).proof()).isEmpty();
    }

    @Test
    void unknownSaysWhy() {
        freeze(PEOPLE);
        var claimed = claim(NOON);

        settle(claimed, new Unknown(claimed.messageId(), "no answer came back", "mx:25"));

        assertThat(find(1).status()).isEqualTo(Status.UNKNOWN);
        assertThat(find(1).note()).isEqualTo("no answer came back");
        assertThat(find(1).proof()).isEmpty();
    }

    @Test
    void sendingAgainMakesItPendingAtOnce() {
        unknown();

        decide(find(1), Decision.SEND_AGAIN);

        assertThat(claim(NOON.plusSeconds(2)).ordinal()).isEqualTo(1);
        assertThat(find(1).attempts()).isEqualTo(2);
    }

    @Test
    void decisionNamesWhoDecided() {
        unknown();

        decide(find(1), Decision.TREAT_AS_REFUSED);

        assertThat(find(1).status()).isEqualTo(Status.REFUSED);
        assertThat(find(1).note()).isEqualTo(Deliveries.decidedBy(PAUL));
    }

    @Test
    void onlyOneOfTwoDecisionsCounts() {
        unknown();
        var seen = find(1);
        decide(seen, Decision.TREAT_AS_ACCEPTED);

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> decide(seen, Decision.SEND_AGAIN));

        assertThat(find(1).status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void listIsReadInPagesAndByStatus() {
        freeze(PEOPLE);
        var first = claim(NOON);
        settle(first, new Accepted(first.messageId(), "250", "mx:25"));

        var page = deliveries().list(NOTICE, null, Page.Request.first(2));
        var rest = deliveries().list(NOTICE, null, new Page.Request(2, page.next()));

        assertThat(page.items()).extracting(Delivery::ordinal).containsExactly(1, 2);
        assertThat(rest.items()).extracting(Delivery::ordinal).containsExactly(3);
        assertThat(rest.next()).isNull();
        assertThat(all(Status.PENDING)).extracting(Delivery::ordinal).containsExactly(2, 3);
    }

    @Test
    void tallyCountsEachOnce() {
        freeze(PEOPLE);
        settle(claim(NOON), new Refused("550", "mx:25"));
        claim(NOON);

        var tally = deliveries().tally(NOTICE);

        assertThat(tally.counts())
                .isEqualTo(Map.of(Status.REFUSED, 1, Status.IN_FLIGHT, 1, Status.PENDING, 1));
    }

    @Test
    void languagesAndTheirFirstReadersAreKnown() {
        freeze(PEOPLE);

        assertThat(deliveries().languages(NOTICE)).isEqualTo(Map.of("en", 1, "de", 2));
        assertThat(deliveries().firstReading(NOTICE, "de")).contains(PEOPLE.get(1));
        assertThat(deliveries().firstReading(NOTICE, "fr")).isEmpty();
    }

    @Test
    void campaignsKnowNothingOfEachOther() {
        freeze(PEOPLE);

        assertThat(commit(() -> deliveries().claim(OTHER, "shop.example", NOON))).isEmpty();
        assertThat(deliveries().tally(OTHER).total()).isZero();
        assertThat(deliveries().find(OTHER, 1)).isEmpty();
    }

    private Delivery unknown() {
        freeze(List.of(person(1, "en")));
        var claimed = claim(NOON);
        settle(claimed, new Unknown(claimed.messageId(), "no answer", "mx:25"));
        return claimed;
    }

    private void freeze(List<Recipient> people) {
        commit(
                () -> {
                    deliveries().freeze(NOTICE, people);
                    return true;
                });
    }

    private Delivery claim(Instant now) {
        return commit(() -> deliveries().claim(NOTICE, "shop.example", now)).orElseThrow();
    }

    private void settle(Delivery claimed, DeliveryResult result) {
        commit(
                () -> {
                    deliveries().settle(claimed, result, NOON.plusSeconds(1));
                    return true;
                });
    }

    private void decide(Delivery seen, Decision decision) {
        commit(
                () -> {
                    deliveries().decide(seen, decision, PAUL, NOON.plusSeconds(2));
                    return true;
                });
    }

    private Delivery find(int ordinal) {
        return deliveries().get(NOTICE, ordinal);
    }

    private List<Delivery> all(Status status) {
        return deliveries().list(NOTICE, status, Page.Request.first(Page.LONGEST)).items();
    }

    private static Recipient person(int ordinal, String language) {
        return new Recipient(
                ordinal, "c" + ordinal, "p" + ordinal + "@mail.example", "P " + ordinal, language);
    }
}

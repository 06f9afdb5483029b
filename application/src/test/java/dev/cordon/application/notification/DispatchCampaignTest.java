package dev.cordon.application.notification;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.notification.CampaignFixtures.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.breach.InMemoryDeterminations;
import dev.cordon.application.incident.InMemoryIncidents;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DeliveryResult.Refused;
import dev.cordon.application.notification.DeliveryResult.Unknown;
import dev.cordon.application.notification.DispatchCampaign.Command;
import dev.cordon.application.notification.DispatchCampaign.Outcome;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.notification.CampaignEvent;
import dev.cordon.domain.notification.CampaignFixtures;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery.Decision;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchCampaignTest {

    private static final DeterminationId LIST = new DeterminationId(new UUID(0, 5));
    private static final CampaignId NOTICE = new CampaignId(new UUID(0, 77));

    private final InMemoryCampaigns campaigns = new InMemoryCampaigns();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final InMemoryDispatches dispatches = new InMemoryDispatches();
    private final InMemoryIncidents incidents = new InMemoryIncidents();
    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryDeterminations determinations = new InMemoryDeterminations();
    private final ScriptedChannel channel = new ScriptedChannel();
    private final BracesRenderer renderer = new BracesRenderer();
    private Instant now = NOON;

    @Test
    void everybodyGetsTheNoticeOnceAndItIsComplete() {
        approved(people(3));

        var outcome = dispatch();

        assertThat(outcome).isEqualTo(new Outcome.Completed());
        assertThat(channel.sent())
                .extracting(Message::to)
                .containsExactly("p1@mail.example", "p2@mail.example", "p3@mail.example");
        assertThat(campaign().phase()).isInstanceOf(Phase.Completed.class);
        assertThat(last()).isInstanceOf(CampaignEvent.CampaignCompleted.class);
        assertThat(state().kind()).isEqualTo(DispatchState.Kind.COMPLETED);
    }

    @Test
    void dispatchedAgainNobodyGetsItTwice() {
        approved(people(3));
        dispatch();

        var outcome = dispatch();

        assertThat(outcome).isEqualTo(new Outcome.Completed());
        assertThat(channel.sent()).hasSize(3);
    }

    @Test
    void messageSpeaksTheRecipientsLanguageAndTheStoresTime() {
        approved(
                List.of(
                        new Recipient(1, "c1", "eva@mail.example", "Eva Müller", "de"),
                        new Recipient(2, "c2", "ada@mail.example", "http://evil.example", "en")));

        dispatch();

        assertThat(channel.sent().get(0))
                .usingRecursiveComparison()
                .isEqualTo(
                        new Message(
                                "<00000000-0000-0000-0000-00000000004d.1.1@fjordshop.example>",
                                "eva@mail.example",
                                "Eva Müller",
                                "Fjordshop",
                                "privacy@fjordshop.example",
                                "Betreff INC-2026-0042",
                                "Guten Tag Eva Müller: 23. November 2026, 12:30",
                                "de"));
        assertThat(channel.sent().get(1).body()).startsWith("Dear customer: November 23, 2026");
    }

    @Test
    void whatARunLeftInFlightIsUnknownAndNotSentAgain() {
        approved(people(2));
        deliveries.claim(NOTICE, "shop.example", NOON);

        var outcome = dispatch();

        assertThat(outcome).isEqualTo(new Outcome.Completed());
        assertThat(channel.sent()).extracting(Message::to).containsExactly("p2@mail.example");
        assertThat(deliveries.get(NOTICE, 1).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void personSendsTheUnknownOneAgain() {
        approved(people(1));
        deliveries.claim(NOTICE, "shop.example", NOON);
        dispatch();

        decide(1, Decision.SEND_AGAIN);
        dispatch();

        assertThat(channel.sent()).hasSize(1);
        assertThat(channel.sent().getFirst().messageId()).contains(".1.2@");
        assertThat(campaign().phase()).isInstanceOf(Phase.Completed.class);
    }

    @Test
    void deferredOneIsTriedAgainAfterAWait() {
        approved(people(2));
        channel.then(_ -> new Deferred("450 later", "mx:25", Duration.ZERO));

        var first = dispatch();
        now = NOON.plus(Duration.ofMinutes(1));
        var second = dispatch();

        assertThat(first).isEqualTo(new Outcome.GoesOn(NOON.plus(Duration.ofMinutes(1))));
        assertThat(second).isEqualTo(new Outcome.Completed());
        assertThat(channel.sent())
                .extracting(Message::to)
                .containsExactly("p1@mail.example", "p2@mail.example", "p1@mail.example");
    }

    @Test
    void noConnectionIsOpenedWhileEverybodyWaits() {
        approved(people(1));
        channel.then(_ -> new Deferred("450 later", "mx:25", Duration.ofHours(1)));
        dispatch();

        var outcome = dispatch();

        assertThat(outcome).isEqualTo(new Outcome.GoesOn(NOON.plus(Duration.ofHours(1))));
        assertThat(channel.opened()).isEqualTo(1);
        assertThat(state().kind()).isEqualTo(DispatchState.Kind.WAITING);
    }

    @Test
    void noWayOutLosesNothingAndIsSaidWithWhatToDo() {
        approved(people(2));
        channel.shut(true);

        var outcome = dispatch();

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.NoWayOut(
                                NOON.plusSeconds(30),
                                1,
                                "No mail server is configured. Set cordon.smtp.host."));
        assertThat(deliveries.tally(NOTICE).of(Status.PENDING)).isEqualTo(2);
        assertThat(state())
                .isEqualTo(
                        new DispatchState(
                                DispatchState.Kind.WAITING,
                                "No mail server is configured. Set cordon.smtp.host.",
                                NOON.plusSeconds(30),
                                NOON));
    }

    @Test
    void waitForAWayOutGrowsAndIsBounded() {
        approved(people(1));
        channel.shut(true);

        assertThat(((Outcome.NoWayOut) dispatch(3)).next()).isEqualTo(NOON.plusSeconds(240));
        assertThat(((Outcome.NoWayOut) dispatch(1_000)).next()).isEqualTo(NOON.plusSeconds(900));
    }

    @Test
    void wayThatClosesInTheMiddleKeepsTheMessageForLater() {
        approved(people(2));
        channel.then(
                ScriptedChannel::accepted,
                _ -> {
                    throw new Unavailable("the server went away");
                });

        var first = dispatch();
        var second = dispatch();

        assertThat(first).isInstanceOf(Outcome.NoWayOut.class);
        assertThat(((Outcome.NoWayOut) first).fruitless()).isEqualTo(1);
        assertThat(second).isEqualTo(new Outcome.Completed());
        assertThat(channel.sent()).extracting(Message::to).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void threeOfUnknownFateInARowEndTheRun() {
        approved(people(30));
        ScriptedChannel.Act lost = m -> new Unknown(m.messageId(), "no answer", "mx:25");
        channel.then(lost, lost, lost);

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.NoWayOut.class);
        assertThat(deliveries.tally(NOTICE).of(Status.UNKNOWN)).isEqualTo(3);
        assertThat(deliveries.tally(NOTICE).of(Status.PENDING)).isEqualTo(27);
    }

    @Test
    void manyRefusalsInARowEndTheRunBeforeEverybodyIsRefused() {
        approved(people(30));
        IntStream.range(0, 30).forEach(_ -> channel.then(_ -> new Refused("550 no relay", "mx")));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.NoWayOut.class);
        assertThat(((Outcome.NoWayOut) outcome).why()).contains("550 no relay");
        assertThat(deliveries.tally(NOTICE).of(Status.PENDING)).isEqualTo(10);
    }

    @Test
    void endlessDeferralEndsAsARefusal() {
        approved(people(1));

        for (int attempt = 0; attempt < Retries.MOST_ATTEMPTS; attempt++) {
            channel.then(_ -> new Deferred("450 later", "mx:25", Duration.ZERO));
            dispatch();
            now = now.plus(Duration.ofHours(6));
        }

        assertThat(deliveries.get(NOTICE, 1).status()).isEqualTo(Status.REFUSED);
        assertThat(deliveries.get(NOTICE, 1).proof())
                .isEqualTo("given up after 24 attempts; the last answer: 450 later");
    }

    @Test
    void runEndsWhenItIsToldTo() {
        approved(people(3));
        var left = new ArrayList<>(List.of(true, false));

        var outcome = dispatch(new Command(NOTICE, 0, left::removeFirst));

        assertThat(outcome).isEqualTo(new Outcome.GoesOn(NOON));
        assertThat(channel.sent()).hasSize(2);
        assertThat(deliveries.tally(NOTICE).of(Status.IN_FLIGHT)).isZero();
    }

    @Test
    void drillNeverLeaves() {
        incident(Mode.DRILL);
        store(StoreEnvironment.PRODUCTION);
        approve(people(1));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).why()).contains("drill");
        assertThat(channel.opened()).isZero();
        assertThat(last()).isInstanceOf(CampaignEvent.DispatchRefused.class);
        assertThat(state().kind()).isEqualTo(DispatchState.Kind.REFUSED);
    }

    @Test
    void noticeOfAStagingStoreNeverLeaves() {
        incident(Mode.LIVE);
        store(StoreEnvironment.STAGING);
        approve(people(1));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(channel.opened()).isZero();
    }

    @Test
    void textChangedBehindTheApprovalIsNotSent() {
        var approved = approved(people(1));
        campaigns.put(withText(approved, "en", new NoticeText("Win!", "evil")));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).why()).contains("not what was approved");
        assertThat(channel.opened()).isZero();
    }

    @Test
    void recipientsChangedBehindTheApprovalGetNothing() {
        approved(people(2));
        deliveries.tamper(NOTICE, new Recipient(2, "c2", "evil@mail.example", "P 2", "en"));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(channel.opened()).isZero();
    }

    @Test
    void noticeThatNobodyApprovedIsNotSent() {
        incident(Mode.LIVE);
        store(StoreEnvironment.PRODUCTION);
        save(draft(people(1)).submit(RITA, NOON));

        var outcome = dispatch();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(channel.opened()).isZero();
    }

    @Test
    void runEndsWhenTheApprovalIsGone() {
        var approved = approved(people(3));
        channel.then(
                message -> {
                    campaigns.put(withText(approved, "en", new NoticeText("Win!", "evil")));
                    return ScriptedChannel.accepted(message);
                });

        dispatch();

        assertThat(channel.sent()).hasSize(1);
        assertThat(deliveries.tally(NOTICE).of(Status.PENDING)).isEqualTo(2);
    }

    @Test
    void recipientWithoutATextInTheirLanguageStopsItBeforeAnybodyGetsIt() {
        approved(
                List.of(
                        new Recipient(1, "c1", "p1@mail.example", "P", "en"),
                        new Recipient(2, "c2", "p2@mail.example", "P", "fr")));

        var outcome = dispatch();

        assertThat(((Outcome.Refused) outcome).why()).contains("fr");
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void personCannotDispatch() {
        approved(people(1));

        assertThatExceptionOfType(Denied.class)
                .isThrownBy(
                        () ->
                                useCase(TestCaller.person("paul"))
                                        .dispatch(new Command(NOTICE, 0, () -> true)));
    }

    private Outcome dispatch() {
        return dispatch(0);
    }

    private Outcome dispatch(int fruitless) {
        return dispatch(new Command(NOTICE, fruitless, () -> true));
    }

    private Outcome dispatch(Command command) {
        return useCase(new TestCaller(AutomationPolicy.DISPATCHER.actor(), StoreScope.ALL))
                .dispatch(command);
    }

    private DispatchCampaign useCase(TestCaller caller) {
        var clearance = new Clearance(incidents, stores, deliveries, renderer);
        return new DispatchCampaign(
                new DispatchLedger(
                        campaigns,
                        deliveries,
                        dispatches,
                        clearance,
                        new InlineUnitOfWork(),
                        () -> now),
                new NoticeLetters(renderer, new NoticeValues(stores, incidents, determinations)),
                new Channels(List.of(channel)),
                caller,
                () -> now);
    }

    private void decide(int ordinal, Decision decision) {
        new DecideDelivery(campaigns, deliveries, TestCaller.person("paul"), () -> now)
                .decide(
                        new DecideDelivery.Command(
                                NOTICE,
                                ordinal,
                                deliveries.get(NOTICE, ordinal).attempts(),
                                decision,
                                "asked the customer"));
    }

    private Campaign approved(List<Recipient> people) {
        incident(Mode.LIVE);
        store(StoreEnvironment.PRODUCTION);
        return approve(people);
    }

    private Campaign approve(List<Recipient> people) {
        save(draft(people).submit(RITA, NOON));
        var submitted = campaign();
        var outcome = submitted.approve(submitted.contentHash(), PAUL, NOON);
        campaigns.save(((Campaign.ApprovalOutcome.Approved) outcome).change());
        return campaign();
    }

    private Campaign draft(List<Recipient> people) {
        deliveries.freeze(NOTICE, people);
        determination();
        var text =
                Map.of(
                        "en", new NoticeText("Subject {{reference}}", "Dear {{name}}: {{from}}"),
                        "de",
                                new NoticeText(
                                        "Betreff {{reference}}", "Guten Tag {{name}}: {{from}}"));
        var draft = CampaignFixtures.aDraft(people);
        return new Campaign(
                NOTICE,
                draft.incident(),
                FJORD,
                LIST,
                draft.channel(),
                text,
                RecipientList.of(people),
                draft.authors(),
                draft.phase(),
                draft.version());
    }

    private void save(Transition<Campaign> change) {
        campaigns.save(change);
    }

    private void determination() {
        determinations.save(
                Determination.request(
                        LIST,
                        IncidentFixtures.anIncident().id(),
                        FJORD,
                        new Exposure(new Window(NOON.minusSeconds(1800), NOON), Set.of(), 1),
                        RITA,
                        NOON));
    }

    private void incident(Mode mode) {
        var like = IncidentFixtures.anIncident();
        incidents.save(
                Incident.declare(
                        like.id(),
                        FJORD,
                        like.reference(),
                        like.codename(),
                        like.title(),
                        mode,
                        like.severity(),
                        IncidentTimes.declared(NOON, NOON, NOON),
                        RITA));
    }

    private void store(StoreEnvironment environment) {
        var like = StoreFixtures.profile();
        stores.save(
                Store.add(
                        FJORD,
                        new Store.Profile(
                                like.name(),
                                like.url(),
                                environment,
                                like.zone(),
                                like.language(),
                                like.contact()),
                        StoreAccess.NONE,
                        RITA,
                        NOON));
    }

    private static List<Recipient> people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Recipient(n, "c" + n, "p" + n + "@mail.example", "P " + n, "en"))
                .toList();
    }

    private static Campaign withText(Campaign campaign, String language, NoticeText text) {
        var texts = new java.util.HashMap<>(campaign.texts());
        texts.put(language, text);
        return new Campaign(
                campaign.id(),
                campaign.incident(),
                campaign.store(),
                campaign.determination(),
                campaign.channel(),
                texts,
                campaign.recipients(),
                campaign.authors(),
                campaign.phase(),
                campaign.version());
    }

    private Campaign campaign() {
        return campaigns.get(NOTICE, StoreScope.ALL);
    }

    private Object last() {
        return campaigns.announced().getLast();
    }

    private DispatchState state() {
        return dispatches.find(NOTICE).orElseThrow();
    }
}

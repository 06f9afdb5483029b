package dev.cordon.infra.persistence.notification;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.Deliveries;
import dev.cordon.application.notification.DeliveriesContract;
import dev.cordon.application.notification.DeliveryResult.Refused;
import dev.cordon.application.notification.DispatchState;
import dev.cordon.application.notification.Dispatches;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import dev.cordon.infra.crypto.DataKey;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredCampaign;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JdbcDeliveriesTest extends DeliveriesContract {

    private static final Recipient ADA = new Recipient(1, "c1", "ada@mail.example", "Ada", "en");
    private static final Recipient BOB = new Recipient(2, "c2", "bob@mail.example", "Bob", "de");

    @Autowired private Deliveries deliveries;
    @Autowired private Dispatches dispatches;
    @Autowired private Acting acting;
    @Autowired private Emptied database;
    @Autowired private StoredCampaign campaigns;
    @Autowired private JdbcClient jdbc;
    @Autowired private DataKeys keys;

    @BeforeEach
    void empty() {
        database.empty();
        campaigns.store(NOTICE.value(), new UUID(0, 78));
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }

    @Override
    protected <T> T commit(Supplier<T> work) {
        return acting.as(RITA, "TestUseCase", work);
    }

    @Test
    void noAddressLiesInClearInAnyTable() {
        freeze();
        var claimed = commit(() -> deliveries.claim(NOTICE, "shop.example", NOON)).orElseThrow();
        settle(claimed, "550 no such user ada@mail.example");

        var stored =
                jdbc.sql(
                                """
                                select string_agg(d::text || e::text, '') from delivery d
                                left join delivery_event e using (campaign, ordinal)
                                """)
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain("mail.example", hex("mail.example"));
    }

    @Test
    void shreddedRecipientsAreGoneAndTheirOutcomesStay() {
        freeze();
        var claimed = commit(() -> deliveries.claim(NOTICE, "shop.example", NOON)).orElseThrow();
        settle(claimed, "550 no such user ada@mail.example");

        keys.shred(Subject.campaign(NOTICE.value()));

        assertThat(deliveries.stored(NOTICE)).isEqualTo(RecipientList.of(List.of()));
        assertThat(deliveries.firstReading(NOTICE, "en")).isEmpty();
        assertThat(deliveries.list(NOTICE, null, Page.Request.first(9)).items())
                .extracting(delivery -> delivery.recipient().address() + delivery.proof())
                .containsOnly("");
        assertThat(deliveries.tally(NOTICE).total()).isEqualTo(2);
    }

    @Test
    void aRecipientMovedToAnotherPlaceOfTheListIsNoticed() {
        freeze();
        database.asOwner(
                """
                update delivery set recipient =
                    (select recipient from delivery where ordinal = 1) where ordinal = 2
                """);

        assertThatThrownBy(() -> deliveries.stored(NOTICE)).isInstanceOf(DataKey.Tampered.class);
    }

    @Test
    void eachMessageIsClaimedByOneOfManyWorkers() throws Exception {
        commit(
                () -> {
                    deliveries.freeze(
                            NOTICE,
                            IntStream.rangeClosed(1, 200)
                                    .mapToObj(i -> new Recipient(i, "c", "a@b.example", "", "en"))
                                    .toList());
                    return true;
                });
        var start = new CountDownLatch(1);
        var claimed = new ConcurrentLinkedQueue<Integer>();

        try (var workers = Executors.newFixedThreadPool(8)) {
            for (int worker = 0; worker < 8; worker++) {
                workers.submit(
                        () -> {
                            start.await();
                            var next = commit(() -> deliveries.claim(NOTICE, "x", NOON));
                            while (next.isPresent()) {
                                claimed.add(next.get().ordinal());
                                next = commit(() -> deliveries.claim(NOTICE, "x", NOON));
                            }
                            return true;
                        });
            }
            start.countDown();
        }

        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void theLastWordOnADispatchCounts() {
        var waiting =
                new DispatchState(
                        DispatchState.Kind.WAITING, "nobody answers", NOON.plusSeconds(60), NOON);
        commit(
                () -> {
                    dispatches.note(
                            NOTICE, new DispatchState(DispatchState.Kind.SENDING, "", null, NOON));
                    dispatches.note(NOTICE, waiting);
                    return true;
                });

        assertThat(dispatches.find(NOTICE)).contains(waiting);
    }

    private void freeze() {
        commit(
                () -> {
                    deliveries.freeze(NOTICE, List.of(ADA, BOB));
                    return true;
                });
    }

    private void settle(Delivery claimed, String reply) {
        commit(
                () -> {
                    deliveries.settle(claimed, new Refused(reply, "mx:25"), NOON);
                    return true;
                });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes());
    }
}

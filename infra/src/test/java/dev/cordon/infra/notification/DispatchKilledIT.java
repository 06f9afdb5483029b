package dev.cordon.infra.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.DecideDelivery;
import dev.cordon.application.notification.Deliveries;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.Delivery.Status;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.notification.HoldingSmtpServer.Moment;
import dev.cordon.infra.security.CallerContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The program is killed while it sends, started again, killed again: a real {@code kill -9} of a
 * process of its own, on a real database, to a real mail server.
 */
class DispatchKilledIT {

    private static final int PEOPLE = 20;

    private final HoldingSmtpServer mail = new HoldingSmtpServer();
    private final List<String> settings = new ArrayList<>();
    private ConfigurableApplicationContext observer;
    private CampaignId notice;

    @BeforeEach
    void approve() {
        TestDatabase.properties()
                .forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        settings.add("--test.smtp.port=" + mail.port());
        settings.add("--db-scheduler.heartbeat-interval=1s");
        var onlyLooking = new ArrayList<>(settings);
        onlyLooking.add("--db-scheduler.enabled=false");
        observer = SendingProcess.here(onlyLooking);
        notice =
                CallerContext.callAs(
                        AutomationPolicy.DISPATCHER,
                        () -> observer.getBean(ApprovedNotice.class).to(77, PEOPLE));
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        observer.close();
        mail.close();
    }

    @Test
    void nobodyGetsTheNoticeTwiceAndWhatWasInFlightIsForAPersonToDecide() throws Exception {
        var taken = killedAt(Moment.BEFORE_THE_ANSWER, 5);
        var refused = killedAt(Moment.AT_RECIPIENT, 12);

        try (var last = SendingProcess.start(settings)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> unfinished() == 0);

            assertThat(mail.taken()).doesNotHaveDuplicates().hasSize(PEOPLE - 1);
            assertThat(having(Status.UNKNOWN)).containsExactlyInAnyOrder(taken, refused);
            assertThat(having(Status.ACCEPTED)).hasSize(PEOPLE - 2);
            assertThat(mail.taken()).contains(taken).doesNotContain(refused);

            decide(refused, Delivery.Decision.SEND_AGAIN);
            await().until(() -> mail.taken().contains(refused));
            await().until(() -> unfinished() == 0);

            assertThat(having(Status.UNKNOWN)).containsExactly(taken);
            assertThat(mail.taken()).doesNotHaveDuplicates().hasSize(PEOPLE);
            assertThat(last.isAlive()).isTrue();
        }
    }

    /** Starts the program and kills it with a message in flight; whose message it was. */
    private String killedAt(Moment moment, int after) throws Exception {
        var hold = mail.hold(moment, after);
        try (var program = SendingProcess.start(settings)) {
            hold.awaitReached();
            program.kill();
        }
        var cut = having(Status.IN_FLIGHT);
        hold.release();
        assertThat(cut).as("one open connection, one message").hasSize(1);
        return cut.getFirst();
    }

    private List<String> having(Status status) {
        return deliveries().list(notice, status, Page.Request.first(PEOPLE)).items().stream()
                .map(delivery -> delivery.recipient().address())
                .toList();
    }

    private int unfinished() {
        return deliveries().tally(notice).unfinished();
    }

    private void decide(String address, Delivery.Decision decision) {
        var delivery =
                deliveries()
                        .list(notice, Status.UNKNOWN, Page.Request.first(PEOPLE))
                        .items()
                        .stream()
                        .filter(unknown -> unknown.recipient().address().equals(address))
                        .findFirst()
                        .orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(
                                "paul", "", "ROLE_" + Role.COMMUNICATIONS_APPROVER.id()));
        observer.getBean(DecideDelivery.class)
                .decide(
                        new DecideDelivery.Command(
                                notice,
                                delivery.ordinal(),
                                delivery.attempts(),
                                decision,
                                "the server's log has no such message"));
    }

    private Deliveries deliveries() {
        return observer.getBean(Deliveries.class);
    }
}

package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.breach.RequestDetermination;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.store.Capability;
import dev.cordon.infra.bootstrap.CordonServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole demonstration, as a newcomer meets it: database, store, replay, all of it embedded. */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "cordon.demo.replay.speed=20"})
@ActiveProfiles("demo")
@DirtiesContext
class DemoIT {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir private static Path data;

    @Autowired private AlertQueries alerts;
    @Autowired private EscalateAlert escalateAlert;
    @Autowired private RequestDetermination requestDetermination;
    @Autowired private BreachQueries breaches;
    @Autowired private StoreQueries stores;
    @Autowired private DemoData demoData;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry settings) {
        settings.add("cordon.data", data::toString);
    }

    @BeforeEach
    void logIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                "rita", "", AuthorityUtils.createAuthorityList("ROLE_responder")));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void newcomerMeetsTheWholeAttackWithinAMinuteAndLearnsExactlyWhoIsAffected() {
        var alert = eventually(this::wholeAttack);

        var incident =
                escalateAlert.escalate(
                        new EscalateAlert.Command(alert.id(), alert.version(), "Stuffing"));
        requestDetermination.request(new RequestDetermination.Command(incident));
        var result = eventually(() -> determined(incident));

        assertThat(result.basis()).isEqualTo(Basis.EXACT);
        assertThat(result.madeUp()).isTrue();
        assertThat(peopleOf(incident))
                .extracting(
                        person -> person.customer().country(),
                        person -> person.customer().language().getLanguage())
                .containsExactlyInAnyOrder(tuple("DE", "de"), tuple("GB", "en"));
    }

    @Test
    void storeIsThereOnceAndItsConnectionWasChecked() {
        demoData.prepare(stores.stores().getFirst().store().url().toString());

        var checked =
                eventually(
                        () ->
                                stores.stores().stream()
                                        .map(StoreQueries.StoreDetail::lastCheck)
                                        .filter(check -> check != null)
                                        .toList());

        assertThat(stores.stores()).hasSize(1);
        assertThat(checked.allows(Capability.READ_LOGIN_SESSIONS)).isTrue();
    }

    @Test
    void storeThatMovedToAnotherPortIsFollowedWithItsCredentials() {
        var home = stores.stores().getFirst().store().url().toString();

        demoData.prepare("http://127.0.0.1:9");
        var away = stores.stores().getFirst();
        demoData.prepare(home);

        assertThat(away.store().url()).hasToString("http://127.0.0.1:9");
        assertThat(away.connections()).hasSize(2);
        assertThat(stores.stores().getFirst().store().url()).hasToString(home);
    }

    private List<Alert> wholeAttack() {
        return alerts.list(Alerts.Filter.EVERYTHING, Page.Request.first(10)).items().stream()
                .filter(alert -> alert.finding().addresses().size() == 40)
                .filter(alert -> alert.finding().successes() == 2)
                .toList();
    }

    private List<Determination.Result> determined(IncidentId incident) {
        return breaches.affected(incident).stream()
                .map(Determination::phase)
                .filter(Determination.Phase.Determined.class::isInstance)
                .map(phase -> ((Determination.Phase.Determined) phase).result())
                .toList();
    }

    private List<AffectedPerson> peopleOf(IncidentId incident) {
        var determination = breaches.affected(incident).orElseThrow().id();
        return breaches.people(determination, Page.Request.first(10)).items();
    }

    private static <T> T eventually(Callable<List<T>> question) {
        return await().atMost(A_MINUTE)
                .pollInSameThread()
                .until(question, found -> !found.isEmpty())
                .getFirst();
    }
}

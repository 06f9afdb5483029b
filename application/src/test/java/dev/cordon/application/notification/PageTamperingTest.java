package dev.cordon.application.notification;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.InMemoryAlerts;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.notification.PagedPeople.Outcome;
import dev.cordon.application.notification.PagedPeople.Paged;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.store.InMemoryStores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageTamperingTest {

    private static final StoreScope ELSEWHERE =
            new StoreScope.Only(Set.of(new StoreId(new UUID(0, 404))));

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryStores stores = new InMemoryStores();
    private final Team team = new Team();
    private final Pages pages = new Pages();
    private final ScriptedChannel mail = new ScriptedChannel();
    private Instant now = NOON;

    private final PageTampering page =
            new PageTampering(
                    alerts,
                    stores,
                    team,
                    pages,
                    new StaffMail(new Channels(List.of(mail))),
                    new InlineUnitOfWork(),
                    new TestCaller(AutomationPolicy.PAGER.actor(), StoreScope.ALL),
                    () -> now);

    PageTamperingTest() {
        stores.save(
                Store.add(
                        FJORDSHOP,
                        StoreFixtures.profile(),
                        StoreAccess.NONE,
                        StoreFixtures.ADMIN,
                        NOON));
    }

    @Test
    void whoCommandsAndWhoRunsTheProgramAreToldOnceWhatDiffers() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        team.holds("adam", "adam@shop.example", Role.ADMINISTRATOR, StoreScope.ALL);
        team.holds("rita", "rita@shop.example", Role.RESPONDER, StoreScope.ALL);
        team.holds("noor", "noor@shop.example", Role.INCIDENT_COMMANDER, ELSEWHERE);
        team.holds("mute", "", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        var alert = alert(AlertOrigin.INTEGRITY, "first");

        page.page(alert);
        page.page(alert);

        assertThat(mail.sent())
                .extracting(Message::to)
                .containsExactly("carla@shop.example", "adam@shop.example");
        assertThat(mail.sent().getFirst().subject())
                .startsWith("Cordon: Evidence EV-0001 is not what it was");
        assertThat(mail.sent().getFirst().body())
                .contains("EV-0001: its content cannot be read", "Store: Fjordshop");
        assertThat(mail.sent()).extracting(Message::messageId).doesNotHaveDuplicates();
    }

    @Test
    void eachReadsItInTheirLanguageAndInBothWhereNoneIsKnown() throws Exception {
        team.reads("carla", Locale.forLanguageTag("de-AT"));
        team.reads("adam", Locale.FRENCH);
        team.holds("ines", "ines@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);

        page.page(alert(AlertOrigin.INTEGRITY, "first"));

        var german = mail.sent().get(0);
        assertThat(german.language()).isEqualTo("de");
        assertThat(german.subject()).isEqualTo("Cordon: Beweise sind nicht mehr, was sie waren");
        assertThat(german.body())
                .contains("Guten Tag carla", "EV-0001: its content cannot be read", "Fjordshop")
                .doesNotContain("Hello");
        var english = mail.sent().get(1);
        assertThat(english.language()).isEqualTo("en");
        assertThat(english.subject()).isEqualTo("Cordon: Evidence EV-0001 is not what it was");
        assertThat(english.body()).contains("Hello adam").doesNotContain("Guten Tag");
        assertThat(mail.sent().get(2).subject()).contains("is not what it was", "Beweise");
        assertThat(mail.sent().get(2).body()).contains("Hello ines", "Guten Tag ines");
    }

    @Test
    void whoeverCouldNotBeReachedIsTriedAgainAndNobodyElse() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        team.holds("adam", "adam@shop.example", Role.ADMINISTRATOR, StoreScope.ALL);
        var alert = alert(AlertOrigin.INTEGRITY, "first");
        mail.then(_ -> new DeliveryResult.Deferred("450 later", "mx:25", Duration.ofMinutes(1)));

        assertThatThrownBy(() -> page.page(alert)).isInstanceOf(Unavailable.class);
        now = now.plus(Duration.ofHours(2));
        page.page(alert);

        assertThat(mail.sent())
                .extracting(Message::to)
                .containsExactly("carla@shop.example", "adam@shop.example", "carla@shop.example");
        assertThat(mail.sent().getLast().messageId()).isEqualTo(mail.sent().getFirst().messageId());
    }

    @Test
    void manyDifferencesWakeNobodyManyTimes() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);

        page.page(alert(AlertOrigin.INTEGRITY, "first"));
        page.page(alert(AlertOrigin.INTEGRITY, "second"));
        now = now.plus(Duration.ofMinutes(61));
        page.page(alert(AlertOrigin.INTEGRITY, "third"));

        assertThat(mail.sent()).hasSize(2);
    }

    @Test
    void jobsSideBySidePageOnce() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        var first = alert(AlertOrigin.INTEGRITY, "first");
        var second = alert(AlertOrigin.INTEGRITY, "second");
        mail.then(
                _ -> {
                    assertThatThrownBy(() -> page.page(first)).isInstanceOf(Unavailable.class);
                    assertThatThrownBy(() -> page.page(second)).isInstanceOf(Unavailable.class);
                    return new DeliveryResult.Refused("550 no such user", "mx:25");
                });

        page.page(first);
        page.page(second);

        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void aPageThatWasBrokenOffIsTakenUpLater() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        var alert = alert(AlertOrigin.INTEGRITY, "first");
        pages.claim("carla", now, now.minusSeconds(600));

        assertThatThrownBy(() -> page.page(alert)).isInstanceOf(Unavailable.class);
        now = now.plus(Duration.ofMinutes(11));
        page.page(alert);

        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void whereNobodyCanBePagedItIsTriedAgain() throws Exception {
        var alert = alert(AlertOrigin.INTEGRITY, "first");

        assertThatThrownBy(() -> page.page(alert)).isInstanceOf(Unavailable.class);
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        page.page(alert);

        assertThat(mail.sent()).hasSize(1);
    }

    @Test
    void aRefusedAddressIsRecordedAndNotTriedAgain() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);
        mail.then(_ -> new DeliveryResult.Refused("550 no such user", "mx:25"));
        var alert = alert(AlertOrigin.INTEGRITY, "first");

        page.page(alert);
        page.page(alert);

        assertThat(mail.sent()).hasSize(1);
        assertThat(pages.newest(9))
                .extracting(Paged::username, Paged::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("carla", Outcome.REFUSED));
    }

    @Test
    void anAlertFromElsewhereWakesNobody() throws Exception {
        team.holds("carla", "carla@shop.example", Role.INCIDENT_COMMANDER, StoreScope.ALL);

        page.page(alert(AlertOrigin.API, "first"));

        assertThat(mail.sent()).isEmpty();
    }

    private AlertId alert(String type, String reference) {
        var id = new AlertId(new UUID(1, reference.hashCode()));
        var note =
                new AlertNote(
                        "Evidence EV-0001 is not what it was",
                        "EV-0001: its content cannot be read",
                        null);
        var finding =
                new ReportedFinding(
                                reference,
                                note,
                                AttackKind.TAMPERING,
                                AlertSeverity.CRITICAL,
                                now,
                                now,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        alerts.save(
                Alert.raise(
                        id,
                        FJORDSHOP,
                        new AlertOrigin(type, "item", reference),
                        Mode.LIVE,
                        finding,
                        note,
                        now,
                        now,
                        AutomationPolicy.LEDGER.actor()));
        return id;
    }

    private static final class Team implements PeopleDirectory {

        private final List<Person> people = new ArrayList<>();

        void holds(String name, String email, Role role, StoreScope scope) {
            people.add(new Person(name, name, email, true, List.of(new Grant(role, scope))));
        }

        void reads(String name, Locale language) {
            var all = new Grant(Role.INCIDENT_COMMANDER, StoreScope.ALL);
            people.add(
                    new Person(name, name, name + "@shop.example", true, List.of(all), language));
        }

        @Override
        public List<Person> people() {
            return people;
        }

        @Override
        public Optional<Person> find(String username) {
            return people.stream().filter(one -> one.username().equals(username)).findFirst();
        }
    }

    private static final class Pages implements PagedPeople {

        private final List<Paged> all = new ArrayList<>();
        private final Map<String, Instant> claims = new HashMap<>();

        @Override
        public boolean claim(String username, Instant at, Instant since) {
            var held = claims.get(username);
            if (held != null && !held.isBefore(since)) {
                return false;
            }
            claims.put(username, at);
            return true;
        }

        @Override
        public void release(String username) {
            claims.remove(username);
        }

        @Override
        public Set<String> paged(String occasion, Instant since) {
            return all.stream()
                    .filter(one -> one.occasion().equals(occasion) || one.at().isAfter(since))
                    .map(Paged::username)
                    .collect(Collectors.toSet());
        }

        @Override
        public List<Paged> newest(int limit) {
            return all.reversed().stream().limit(limit).toList();
        }

        @Override
        public void add(Paged paged) {
            all.add(paged);
        }
    }
}

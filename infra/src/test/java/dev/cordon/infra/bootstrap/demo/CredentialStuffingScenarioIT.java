package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.application.audit.AuditQueries;
import dev.cordon.application.audit.Revision;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.breach.DeclareAwareness;
import dev.cordon.application.breach.RequestDetermination;
import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.Alerts;
import dev.cordon.application.evidence.EvidenceQueries;
import dev.cordon.application.evidence.PreserveLogLines;
import dev.cordon.application.evidence.VerifyEvidence;
import dev.cordon.application.incident.AcknowledgeIncident;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.IncidentQueries;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.ApproveCampaign;
import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.application.notification.DraftCampaign;
import dev.cordon.application.notification.SubmitCampaign;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.Determination.Phase.Determined;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityAssessment.Reason;
import dev.cordon.domain.notification.Campaign.ApprovalOutcome;
import dev.cordon.domain.notification.Campaign.Refused;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

/**
 * The main job, as the people who do it would tell it: one recorded attack, from log line to
 * approved notice. Real PostgreSQL, real vault, real jobs, real SMTP; the store is the stand-in.
 */
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.stores.loopback=true",
            "vaadin.productionMode=true",
            "cordon.oidc.issuer=http://127.0.0.1:1/realms/cordon",
            "cordon.oidc.client-secret=never-asked",
            "cordon.oidc.directory-secret=never-asked"
        })
@ActiveProfiles("run")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({AttackedStore.class, CredentialStuffingScenarioIT.Work.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CredentialStuffingScenarioIT {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Page.Request MANY = Page.Request.first(200);

    /** What people do here, in the order of the story. */
    @TestComponent
    record Work(
            AlertQueries alerts,
            EscalateAlert escalate,
            IncidentQueries incidents,
            AcknowledgeIncident acknowledge,
            PreserveLogLines preserve,
            EvidenceQueries evidence,
            VerifyEvidence verify,
            RequestDetermination determine,
            BreachQueries breach,
            DeclareAwareness aware,
            DraftCampaign draft,
            SubmitCampaign submit,
            ApproveCampaign approve,
            CampaignQueries campaigns,
            AuditQueries audit) {}

    private final AttackedStore store;
    private final InstantSource clock;
    private final Work work;

    CredentialStuffingScenarioIT(AttackedStore store, InstantSource clock, Work work) {
        this.store = store;
        this.clock = clock;
        this.work = work;
    }

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("cordon.smtp.host", () -> "127.0.0.1");
        settings.add("cordon.smtp.port", () -> MAIL.getSmtp().getPort());
        settings.add("cordon.smtp.security", () -> "NONE");
        settings.add("cordon.smtp.from", () -> "notices@fjordshop.example");
    }

    @AfterAll
    static void stopMail() {
        MAIL.stop();
    }

    @Test
    void fromLogLineToApprovedNotice() {
        store.takeIntoCare();
        store.attack(clock.instant());

        var alert = oneAlertNamesAllFortyAddresses();
        var incident = itBecomesAnIncidentWhoseSeverityExplainsItself(alert);
        theMatchingLinesAreUnderCustody(incident, alert);
        var determination = twoPeopleAreAffectedAndThatIsExact(incident);
        theSeventyTwoHoursRun(incident);
        var campaign = theNoticeIsRefusedToItsAuthor(determination);
        anotherPersonApprovesAndEachMessageIsProven(campaign);
        theAuditorSeesEveryStepAndCanChangeNothing(incident);
    }

    private Alert oneAlertNamesAllFortyAddresses() {
        var alerts =
                await().until(
                                () ->
                                        as(
                                                "rita",
                                                () ->
                                                        work.alerts()
                                                                .list(
                                                                        Alerts.Filter.EVERYTHING,
                                                                        MANY)
                                                                .items()),
                                found -> !found.isEmpty());

        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().finding().addresses())
                .hasSize(40)
                .allMatch(facts -> facts.address().toString().startsWith("198.51.100."));
        return alerts.getFirst();
    }

    private IncidentId itBecomesAnIncidentWhoseSeverityExplainsItself(Alert alert) {
        var id =
                as(
                        "rita",
                        () ->
                                work.escalate()
                                        .escalate(
                                                new EscalateAlert.Command(
                                                        alert.id(),
                                                        alert.version(),
                                                        "Accounts entered")));
        var declared = as("rita", () -> work.incidents().incident(id));
        does(
                "rita",
                () ->
                        work.acknowledge()
                                .acknowledge(
                                        new AcknowledgeIncident.Command(id, declared.version())));

        assertThat(declared.severity().severity()).isEqualTo(Severity.HIGH);
        assertThat(declared.severity().reasons())
                .containsExactly(Reason.ACCOUNTS_ENTERED, Reason.ATTACKER_ACTIVE);
        return id;
    }

    private void theMatchingLinesAreUnderCustody(IncidentId incident, Alert alert) {
        var told = new ArrayList<String>();
        EvidenceId item =
                as(
                        "rita",
                        () ->
                                work.preserve()
                                        .preserve(
                                                new PreserveLogLines.Command(
                                                        incident,
                                                        alert.id(),
                                                        "as found",
                                                        null,
                                                        (done, total) ->
                                                                told.add(done + " of " + total)))
                                        .getFirst());

        assertThat(told).last().asString().matches("([1-9]\\d*) of \\1");

        assertThat(
                        as("rita", () -> work.verify().verify(new VerifyEvidence.Command(item)))
                                .verdict())
                .isEqualTo(new Verdict.Intact(1));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                as(
                                                        "rita",
                                                        () ->
                                                                work.verify()
                                                                        .verify(
                                                                                new VerifyEvidence
                                                                                        .Command(
                                                                                        item)))
                                                .ledger()
                                        instanceof Standing.Recorded);
        assertThat(as("rita", () -> work.evidence().item(item)).size()).isPositive();
    }

    private Determination twoPeopleAreAffectedAndThatIsExact(IncidentId incident) {
        does("rita", () -> work.determine().request(new RequestDetermination.Command(incident)));
        var found =
                await().atMost(PATIENCE)
                        .until(
                                () -> as("rita", () -> work.breach().affected(incident)),
                                answer -> answer.filter(each -> !each.isWaiting()).isPresent())
                        .orElseThrow();

        assertThat(found.phase()).isInstanceOf(Determined.class);
        var result = ((Determined) found.phase()).result();
        assertThat(result.basis()).isEqualTo(Basis.EXACT);
        assertThat(result.people()).isEqualTo(2);
        assertThat(result.madeUp()).isTrue();
        assertThat(as("rita", () -> work.breach().people(found.id(), MANY)).items())
                .extracting(AffectedPerson::why)
                .containsOnly(AffectedPerson.Why.ENTERED_FROM_ATTACKING_ADDRESS);
        return found;
    }

    private void theSeventyTwoHoursRun(IncidentId incident) {
        var seen = as("dina", () -> work.incidents().incident(incident)).version();
        does(
                "dina",
                () ->
                        work.aware()
                                .declare(
                                        new DeclareAwareness.Command(
                                                incident, seen, null, "sessions name accounts")));

        var clocks = as("dina", () -> work.breach().clocks(incident));
        assertThat(clocks)
                .anySatisfy(
                        clock -> {
                            assertThat(clock.rule().id()).isEqualTo("EU_GDPR/art33_1");
                            assertThat(clock.dueAt())
                                    .isEqualTo(clock.startedAt().plus(Duration.ofHours(72)));
                        });
    }

    private CampaignId theNoticeIsRefusedToItsAuthor(Determination determination) {
        var id =
                as("dina", () -> work.draft().draft(new DraftCampaign.Command(determination.id())));
        var draft = as("dina", () -> work.campaigns().campaign(id));
        var submitted =
                as(
                        "dina",
                        () ->
                                work.submit()
                                        .submit(new SubmitCampaign.Command(id, draft.version())));
        var own =
                as(
                        "dina",
                        () ->
                                work.approve()
                                        .approve(
                                                new ApproveCampaign.Command(
                                                        id, draft.contentHash())));

        assertThat(submitted).isEqualTo(new SubmitCampaign.Outcome.Submitted());
        assertThat(own).isInstanceOf(ApprovalOutcome.Denied.class);
        assertThat(((ApprovalOutcome.Denied) own).why()).isEqualTo(Refused.AUTHOR_CANNOT_APPROVE);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
        return id;
    }

    private void anotherPersonApprovesAndEachMessageIsProven(CampaignId id) {
        var content = as("paul", () -> work.campaigns().campaign(id)).contentHash();
        var outcome =
                as("paul", () -> work.approve().approve(new ApproveCampaign.Command(id, content)));

        assertThat(outcome).isInstanceOf(ApprovalOutcome.Approved.class);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                as("paul", () -> work.campaigns().tally(id))
                                        .of(Delivery.Status.ACCEPTED),
                        accepted -> accepted == 2);
        assertThat(as("paul", () -> work.campaigns().deliveries(id, null, MANY)).items())
                .hasSize(2)
                .allMatch(delivery -> delivery.proof().startsWith("250"));
        assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(Mails::subject))
                .anyMatch(subject -> subject.startsWith("Somebody logged in"))
                .anyMatch(subject -> subject.startsWith("Fremde haben sich"));
    }

    private void theAuditorSeesEveryStepAndCanChangeNothing(IncidentId incident) {
        await().atMost(PATIENCE)
                .until(
                        () -> as("amira", () -> work.incidents().timeline(incident, MANY)).items(),
                        told ->
                                told.stream()
                                        .anyMatch(
                                                entry -> entry.type().equals("CampaignCompleted")));
        var history =
                as("amira", () -> work.audit().list(RevisionLog.Filter.EVERYTHING, MANY).items());
        var seen = as("amira", () -> work.incidents().incident(incident)).version();

        assertThat(history)
                .extracting(Revision::useCase)
                .contains(
                        "AddStore",
                        "CatchUpDetection",
                        "EscalateAlert",
                        "AcknowledgeIncident",
                        "PreserveLogLines",
                        "RequestDetermination",
                        "CarryOutDetermination",
                        "DeclareAwareness",
                        "DraftCampaign",
                        "SubmitCampaign",
                        "ApproveCampaign",
                        "DispatchCampaign");
        assertThat(as("amira", () -> work.incidents().timeline(incident, MANY)).items())
                .extracting(entry -> entry.type())
                .contains("ApprovalRefused", "CampaignApproved", "CampaignCompleted");
        assertThatThrownBy(
                        () ->
                                does(
                                        "amira",
                                        () ->
                                                work.acknowledge()
                                                        .acknowledge(
                                                                new AcknowledgeIncident.Command(
                                                                        incident, seen))))
                .hasMessageContaining("amira");
    }

    private static <T> T as(String who, Callable<T> work) {
        return Staff.as(who, role(who), work);
    }

    private static void does(String who, Runnable work) {
        Staff.does(who, role(who), work);
    }

    private static Role role(String who) {
        return switch (who) {
            case "rita" -> Role.RESPONDER;
            case "dina" -> Role.PRIVACY_OFFICER;
            case "paul" -> Role.COMMUNICATIONS_APPROVER;
            case "amira" -> Role.AUDITOR;
            default -> throw new IllegalArgumentException(who);
        };
    }
}

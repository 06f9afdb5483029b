package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.breach.Determinations;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.infra.security.ActingAs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class CampaignApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final Determinations determinations;
    private final UnitOfWork work;
    private String rita = "";
    private String paul = "";
    private String incident = "";

    CampaignApiIT(
            Api api, Tokens tokens, Shop shop, Determinations determinations, UnitOfWork work) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.determinations = determinations;
        this.work = work;
    }

    @BeforeEach
    void anIncident() {
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        rita = tokens.of("rita", Role.RESPONDER);
        paul = tokens.of("paul", Role.COMMUNICATIONS_APPROVER);
    }

    @Test
    void whoIsAffectedIsAskedAndTheAnswerSaysWhatItRestsOn() {
        determined();

        var answer = api.get(incident + "/affected-people").token(rita).send();

        assertThat(answer.text("progress")).isEqualTo("DETERMINED");
        assertThat(answer.text("basis")).isEqualTo("UPPER_BOUND");
        assertThat(answer.json().get("people").asInt()).isEqualTo(2);
        assertThat(answer.http().body()).doesNotContain("nora@customer.example");
    }

    @Test
    void beforeAnybodyAskedThereIsNoAnswer() {
        assertThat(api.get(incident + "/affected-people").token(rita).send().status())
                .isEqualTo(404);
    }

    @Test
    void aNoticeIsDraftedEditedSubmittedAndApprovedBySomebodyElse() {
        var campaign = drafted();
        assertThat(edit(campaign, rita)).isEqualTo(204);
        assertThat(submit(campaign, rita).status()).isEqualTo(204);

        var refused = approve(campaign, tokens.of("dina", Role.PRIVACY_OFFICER), "0".repeat(64));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("refusal")).isEqualTo("CONTENT_CHANGED");
        var approved = approve(campaign, paul, content(campaign));

        assertThat(approved.status()).isEqualTo(204);
        var shown = api.get(campaign).token(rita).send();
        assertThat(shown.text("status")).isIn("APPROVED", "COMPLETED");
        assertThat(shown.json().at("/approved/by").asString()).isEqualTo("paul");
        assertThat(shown.text("content"))
                .isEqualTo(shown.json().at("/approved/content").asString());
    }

    @Test
    void whoeverWroteAPartOfANoticeCannotApproveIt() {
        var campaign = drafted();
        assertThat(edit(campaign, paul)).isEqualTo(204);
        assertThat(submit(campaign, rita).status()).isEqualTo(204);

        var answer = approve(campaign, paul, content(campaign));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("refused");
        assertThat(answer.text("refusal")).isEqualTo("AUTHOR_CANNOT_APPROVE");
        assertThat(api.get(campaign).token(rita).send().text("status")).isEqualTo("SUBMITTED");
    }

    @Test
    void ofAnApprovalAndAnEditAtOnceOneWinsAndNobodyApprovesWhatTheyDidNotSee() throws Exception {
        for (int round = 0; round < 6; round++) {
            var campaign = drafted();
            submit(campaign, rita);
            var seen = content(campaign);
            var version = etag(campaign);
            var ready = new CyclicBarrier(2);

            int approved;
            int edited;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var approval =
                        threads.submit(
                                () -> {
                                    ready.await();
                                    return approve(campaign, paul, seen).status();
                                });
                var change =
                        threads.submit(
                                () -> {
                                    ready.await();
                                    return edit(campaign, rita, version);
                                });
                approved = approval.get();
                edited = change.get();
            }

            var shown = api.get(campaign).token(rita).send();
            if (approved == 204) {
                assertThat(edited).isEqualTo(412);
                assertThat(shown.json().at("/approved/content").asString()).isEqualTo(seen);
                assertThat(shown.text("content")).isEqualTo(seen);
            } else {
                assertThat(approved).isEqualTo(409);
                assertThat(edited).isEqualTo(204);
                assertThat(shown.text("status")).isEqualTo("DRAFT");
                assertThat(shown.text("content")).isNotEqualTo(seen);
            }
        }
    }

    @Test
    void aNoticeThatIsSentBackSaysWhy() {
        var campaign = drafted();
        submit(campaign, rita);

        var answer =
                api.post(campaign + "/send-back")
                        .token(paul)
                        .seen(etag(campaign))
                        .json("{\"reason\":\"say what they can do\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.get(campaign).token(rita).send().text("sentBack"))
                .isEqualTo("say what they can do");
    }

    @Test
    void aTextWithAFaultIsNotSubmitted() {
        var campaign = drafted();
        api.put(campaign + "/texts/en")
                .token(rita)
                .seen(etag(campaign))
                .json("{\"subject\":\"Hello\",\"body\":\"Dear {{nmae}}\"}")
                .send();

        var answer = submit(campaign, rita);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/faults/en").size()).isPositive();
        assertThat(api.get(campaign).token(rita).send().text("status")).isEqualTo("DRAFT");
    }

    @Test
    void deliveriesNameNobody() {
        var campaign = drafted();

        var answer = api.get(campaign + "/deliveries").token(rita).send();

        assertThat(answer.json().get("items").size()).isEqualTo(2);
        assertThat(answer.json().at("/items/0/address").asString())
                .isEqualTo("n•••@customer.example");
        assertThat(answer.http().body()).doesNotContain("nora", "Nora");
    }

    @Test
    void whatMaySendMessagesNeedsAKey() {
        var answer =
                api.post("/api/v1/campaigns")
                        .token(rita)
                        .json("{\"determination\":\"" + determined() + "\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.problem()).isEqualTo("key-needed");
    }

    @Test
    void aRepetitionGetsTheSameAnswerAndIsNotCarriedOutAgain() {
        var wish = "{\"determination\":\"" + determined() + "\"}";

        var first = api.post("/api/v1/campaigns").token(rita).key("a").json(wish).send();
        var again = api.post("/api/v1/campaigns").token(rita).key("a").json(wish).send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOneRequest() {
        var key = UUID.randomUUID().toString();
        var first = "{\"determination\":\"" + determined() + "\"}";
        var other = "{\"determination\":\"" + UUID.randomUUID() + "\"}";
        api.post("/api/v1/campaigns").token(rita).key(key).json(first).send();

        var answer = api.post("/api/v1/campaigns").token(rita).key(key).json(other).send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("key-reused");
    }

    @Test
    void aKeyBelongsToOnePerson() {
        var key = UUID.randomUUID().toString();
        var wish = "{\"determination\":\"" + determined() + "\"}";
        var ritas = api.post("/api/v1/campaigns").token(rita).key(key).json(wish).send();

        var pauls = api.post("/api/v1/campaigns").token(paul).key(key).json(wish).send();

        assertThat(pauls.status()).isEqualTo(201);
        assertThat(pauls.text("campaign")).isNotEqualTo(ritas.text("campaign"));
    }

    @Test
    void aKeyOfARequestThatDidNothingMayBeUsedAgain() {
        var key = UUID.randomUUID().toString();
        var wrong = "{\"determination\":\"" + UUID.randomUUID() + "\"}";
        assertThat(api.post("/api/v1/campaigns").token(rita).key(key).json(wrong).send().status())
                .isEqualTo(404);

        var right = "{\"determination\":\"" + determined() + "\"}";
        var answer = api.post("/api/v1/campaigns").token(rita).key(key).json(right).send();

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceOneIsCarriedOut() throws Exception {
        var key = UUID.randomUUID().toString();
        var wish = "{\"determination\":\"" + determined() + "\"}";

        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 6; i++) {
                calls.add(threads.submit(() -> draft(key, wish)));
            }
            for (var call : calls) {
                answers.add(call.get());
            }
        }

        assertThat(answers).contains(201).isSubsetOf(201, 409);
        assertThat(campaigns()).isEqualTo(1);
    }

    private int draft(String key, String wish) {
        return api.post("/api/v1/campaigns").token(rita).key(key).json(wish).send().status();
    }

    private int campaigns() {
        return api.get(incident + "/campaigns").token(rita).send().json().size();
    }

    private String drafted() {
        return api.post("/api/v1/campaigns")
                .token(rita)
                .key(UUID.randomUUID().toString())
                .json("{\"determination\":\"" + determined() + "\"}")
                .send()
                .header("Location");
    }

    private int edit(String campaign, String token) {
        return edit(campaign, token, etag(campaign));
    }

    private int edit(String campaign, String token, String seen) {
        return api.put(campaign + "/texts/en")
                .token(token)
                .seen(seen)
                .json("{\"subject\":\"Your account\",\"body\":\"Dear {{name}}, change it.\"}")
                .send()
                .status();
    }

    private Api.Answer submit(String campaign, String token) {
        return api.post(campaign + "/submit")
                .token(token)
                .key(UUID.randomUUID().toString())
                .seen(etag(campaign))
                .send();
    }

    private Api.Answer approve(String campaign, String token, String content) {
        return api.post(campaign + "/approve")
                .token(token)
                .key(UUID.randomUUID().toString())
                .json("{\"content\":\"" + content + "\"}")
                .send();
    }

    private String content(String campaign) {
        return api.get(campaign).token(rita).send().text("content");
    }

    private String etag(String campaign) {
        return api.get(campaign).token(rita).send().header("ETag");
    }

    /** What the job would have found out, had the store answered. */
    private UUID determined() {
        var asked = api.post(incident + "/affected-people").token(rita).send();
        assertThat(asked.status()).isEqualTo(202);
        var id = new DeterminationId(UUID.fromString(asked.text("determination")));
        ActingAs.automation(
                AutomationPolicy.STORE_READER,
                () ->
                        work.commit(
                                () -> {
                                    answer(determinations.get(id, StoreScope.ALL));
                                    return id;
                                }));
        return id.value();
    }

    private void answer(Determination determination) {
        if (!determination.isWaiting()) {
            return;
        }
        var people =
                List.of(person(1, "nora@customer.example"), person(2, "otto@customer.example"));
        var result = new Determination.Result(Basis.UPPER_BOUND, 2, 0, "no session records", false);
        determinations.save(
                determination.determined(
                        result, AutomationPolicy.STORE_READER.actor(), Instant.now()));
        determinations.append(determination.id(), people);
    }

    private static AffectedPerson person(long id, String email) {
        var customer =
                new StoreCustomer(
                        id, email, email.split("@")[0], "Customer", "DE", "", Locale.ENGLISH);
        return new AffectedPerson(
                customer, AffectedPerson.Why.LOGGED_IN_DURING_WINDOW, Instant.now());
    }
}

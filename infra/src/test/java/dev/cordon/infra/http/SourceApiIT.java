package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs of stores are added over HTTP, with all that a sender needs. */
@ApiTest
class SourceApiIT {

    private static final String PATH = "/api/v1/sources";
    private static final String ERROR_LINE =
            "2026/11/23 08:00:00 [error] 7#7: *1 open() \"/var/www/x\" failed (2: No such file or"
                    + " directory), client: 192.0.2.7, server: shop, request: \"GET /x HTTP/1.1\"\n";

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String adam = "";

    SourceApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void aToken() {
        adam = tokens.of("adam", Role.ADMINISTRATOR);
    }

    @Test
    void aLogIsAddedAndItsSenderIsUnderstoodAtOnce() {
        var id = anId();
        var added = add(id, shop.open().id(), "\"nginx-error\"", "\"Europe/Oslo\"").send();
        var token =
                api.post(PATH + "/" + id + "/tokens")
                        .token(adam)
                        .json("{\"name\":\"fluent-bit\",\"days\":30}")
                        .send()
                        .text("secret");

        var sent =
                api.post("/ingest/v1/" + id + "/lines")
                        .token(token)
                        .bytes("text/plain", ERROR_LINE.getBytes(UTF_8))
                        .send();

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(PATH + "/" + id);
        assertThat(added.text("zone")).isEqualTo("Europe/Oslo");
        assertThat(sent.status()).isEqualTo(200);
        var shown = api.get(PATH + "/" + id).token(adam);
        assertThat(shown.send().text("format")).isEqualTo("nginx-error");
        await().until(() -> shown.send().json().at("/counts/understood").asInt() == 1);
    }

    @Test
    void withoutAZoneItIsTheStores() {
        var added = add(anId(), shop.open().id(), "\"combined\"", "null").send();

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("zone")).isEqualTo("Z");
        assertThat(added.text("mode")).isEqualTo("LIVE");
    }

    @Test
    void theSameKeyAddsItOnceAndAnotherRequestHearsThatTheIdIsTaken() {
        var id = anId();
        var store = shop.open().id();
        var key = UUID.randomUUID().toString();

        var first = add(id, store, "\"combined\"", "null").key(key).send();
        var repeated = add(id, store, "\"combined\"", "null").key(key).send();
        var other = add(id, store, "\"common\"", "null").send();

        assertThat(first.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.http().body()).isEqualTo(first.http().body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("refusal")).isEqualTo("ID_TAKEN");
    }

    @Test
    void ofManyAtOnceOneAddsIt() throws InterruptedException {
        var id = anId();
        var store = shop.open().id();
        Callable<Integer> adding = () -> add(id, store, "\"combined\"", "null").send().status();

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads.invokeAll(Stream.generate(() -> adding).limit(8).toList()).stream()
                            .map(SourceApiIT::answer)
                            .toList();
        }

        assertThat(answers).containsOnlyOnce(201).allMatch(each -> each == 201 || each == 409);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedInASentence() {
        var store = shop.open().id();

        var noFormat = add(anId(), store, "\"apache2\"", "null").send();
        var noZone = add(anId(), store, "\"combined\"", "\"Europe/Atlantis\"").send();
        var noId = add("Shop Access", store, "\"combined\"", "null").send();
        var nothing = add(anId(), store, "null", "null").send();

        assertThat(List.of(noFormat, noZone, noId, nothing))
                .allMatch(answer -> answer.status() == 422);
        assertThat(noFormat.text("detail")).contains("one of combined, common");
        assertThat(noZone.text("detail")).contains("Europe/Berlin");
        assertThat(noId.text("detail")).contains("such as shop-access");
        assertThat(nothing.json().at("/fields/0/field").asString()).isEqualTo("format");
    }

    @Test
    void anotherStoreAndOneThatNobodyKnowsAreNotThere() {
        var mine = shop.open();
        var other = shop.open();
        adam =
                tokens.of(
                                "adam",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(mine.id())),
                                Role.ADMINISTRATOR)
                        .secret();

        assertThat(add(anId(), other.id(), "\"combined\"", "null").send().status()).isEqualTo(404);
        assertThat(add(anId(), mine.id(), "\"combined\"", "null").send().status()).isEqualTo(201);
        adam = tokens.of("adam", Role.ADMINISTRATOR);
        var nobodys = new StoreId(UUID.randomUUID());
        assertThat(add(anId(), nobodys, "\"combined\"", "null").send().status()).isEqualTo(404);
    }

    @Test
    void whoeverManagesNoStoresAddsNone() {
        var store = shop.open().id();
        for (var role : Role.values()) {
            adam = tokens.of("someone", role);

            var answer = add(anId(), store, "\"combined\"", "null").send();

            assertThat(answer.status())
                    .as("%s", role)
                    .isEqualTo(role.permissions().contains(Permission.STORE_MANAGE) ? 201 : 403);
        }
    }

    private static int answer(Future<Integer> of) {
        try {
            return of.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String anId() {
        return "added-" + UUID.randomUUID();
    }

    private Api.Call add(String id, StoreId store, String format, String zone) {
        return api.post(PATH)
                .token(adam)
                .json(
                        """
                        {"id": "%s", "store": "%s", "name": "A log", "format": %s, "zone": %s}
                        """
                                .formatted(id, store, format, zone));
    }
}

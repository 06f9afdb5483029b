package dev.cordon.woocommerce.store;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreUrl;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Everything a real store ever answered, read by the client; the strangest first. */
class EveryRecordingTest {

    private static final Recordings REST = Recordings.of("/recordings/rest.zip");
    private static final WireMockServer STORE =
            new WireMockServer(
                    WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    /** Their bodies were measured and not kept. */
    private static final Set<String> WITHOUT_BODY = Set.of("HEAD");

    @BeforeAll
    static void open() {
        STORE.start();
    }

    @AfterAll
    static void close() {
        STORE.stop();
    }

    static Stream<String> names() {
        return REST.index("index.jsonl").stream()
                .sorted(Comparator.comparing(EveryRecordingTest::strangeness).reversed())
                .map(row -> row.path("name").asString());
    }

    /** What looks like something else than it is comes first. */
    private static int strangeness(JsonNode row) {
        int status = row.path("status").asInt();
        boolean plain = row.path("scheme").asString().equals("http");
        boolean page = REST.files().containsKey(row.path("name").asString() + ".txt");
        return (page ? 8 : 0)
                + (status == 503 ? 4 : 0)
                + (plain && status == 401 ? 2 : 0)
                + (status >= 300 ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theClientTellsWhatKindOfAnswerItIs(String name) {
        var row = row(name);
        STORE.resetAll();
        STORE.stubFor(any(anyUrl()).willReturn(answer(name)));

        var read = ask();

        switch (read) {
            case StoreAnswer.Ok<StoreReply> _ ->
                    assertThat(expected(row)).as(name).isEqualTo(StoreAnswer.Ok.class);
            case StoreAnswer.Failed<StoreReply>(var why) ->
                    assertThat(why.getClass()).as(name).isEqualTo(expected(row));
        }
    }

    @Test
    void noneIsLeftOut() {
        assertThat(names()).hasSize(291).doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatWooCommerceIgnoresWithoutEncryptionLooksLikeNobodys() {
        STORE.resetAll();
        STORE.stubFor(any(anyUrl()).willReturn(answer("http_transport/http_basic_wc")));

        assertThat(ask()).isEqualTo(new StoreAnswer.Failed<>(new StoreFailure.WrongKey()));
    }

    /** Told from what was recorded beside the answer, not from the answer. */
    private static Class<?> expected(JsonNode row) {
        var code = row.path("code").asString("");
        var name = row.path("name").asString();
        boolean page = REST.files().containsKey(name + ".txt");
        boolean empty =
                WITHOUT_BODY.contains(row.path("method").asString())
                        || !page && !REST.files().containsKey(name + ".json");
        if (page && !empty) {
            return StoreFailure.HtmlInsteadOfJson.class;
        }
        if (empty) {
            return StoreFailure.NotUnderstood.class;
        }
        return switch (row.path("status").asInt()) {
            case 200, 201 -> StoreAnswer.Ok.class;
            case 400, 413, 501 -> StoreFailure.NotUnderstood.class;
            case 401 ->
                    code.equals("woocommerce_rest_authentication_error")
                            ? signed(name)
                            : StoreFailure.WrongKey.class;
            case 403 -> StoreFailure.NotPermitted.class;
            case 404 ->
                    code.equals("rest_no_route")
                            ? StoreFailure.NoSuchRoute.class
                            : StoreFailure.NotThere.class;
            case 500, 503 -> StoreFailure.ServerError.class;
            default -> throw new IllegalStateException("no such answer was recorded: " + row);
        };
    }

    /** One code for three troubles. */
    private static Class<?> signed(String name) {
        return switch (name) {
            case "errors/err_401_badsecret" -> StoreFailure.WrongSecret.class;
            case "errors/err_ro_key_write" -> StoreFailure.NotPermitted.class;
            default -> {
                assertThat(name).startsWith("http_transport/http_oauth_");
                yield StoreFailure.SignatureRefused.class;
            }
        };
    }

    private static StoreAnswer<StoreReply> ask() {
        var settings =
                new StoreClientSettings(
                        Duration.ofMinutes(1), Duration.ofMinutes(1), 4_000_000, 10, true);
        var calls =
                new StoreCalls(
                        settings, RecordedStore.turns(), InstantSource.fixed(StoreFixtures.NOON));
        return calls.get(StoreUrl.of(STORE.baseUrl()), "/wp-json/asked", StoreFixtures.aKey());
    }

    private static JsonNode row(String name) {
        return REST.index("index.jsonl").stream()
                .filter(row -> row.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ResponseDefinitionBuilder answer(String name) {
        var answer = WireMock.aResponse();
        var body = REST.files().getOrDefault(name + ".json", REST.files().get(name + ".txt"));
        if (body != null && !row(name).path("method").asString().equals("HEAD")) {
            answer.withBody(body);
        }
        Recording.head(answer, REST.text(name + ".headers"));
        return answer;
    }
}

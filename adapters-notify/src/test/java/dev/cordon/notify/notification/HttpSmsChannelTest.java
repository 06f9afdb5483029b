package dev.cordon.notify.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DeliveryResult.Refused;
import dev.cordon.application.notification.DeliveryResult.Unknown;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSmsChannelTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    private static final Duration IMPATIENT = Duration.ofMillis(1_500);

    @RegisterExtension
    static final WireMockExtension GATEWAY =
            WireMockExtension.newInstance()
                    .options(WireMockConfiguration.options().dynamicPort())
                    .build();

    @Test
    void messageGoesOutOnceUnderItsIdWithTheToken() throws Unavailable {
        answers(ok("{\"id\":\"abc\"}"));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isEqualTo(new Accepted("<7>", "200 {\"id\":\"abc\"}", server()));
        GATEWAY.verify(
                1,
                postRequestedFor(urlEqualTo("/send"))
                        .withHeader("Authorization", equalTo("Bearer t0ken"))
                        .withHeader("Idempotency-Key", equalTo("<7>"))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"to": "+4915112345678", "from": "Shop", "text": "Hello",
                                         "reference": "<7>"}
                                        """)));
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "'Mon, 23 Nov 2026 12:05:00 GMT', PT5M", "soon, PT0S"})
    void gatewayThatIsBusySaysWhenToComeBack(String header, Duration wish) throws Unavailable {
        answers(aResponse().withStatus(429).withHeader("Retry-After", header));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isEqualTo(new Deferred("429", server(), wish));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422, 451})
    void definiteNoIsARefusal(int status) throws Unavailable {
        answers(aResponse().withStatus(status).withBody("no such number"));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isEqualTo(new Refused(status + " no such number", server()));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 408, 409})
    void failureThatLeavesOpenWhetherItWasTakenIsUnknown(int status) throws Unavailable {
        answers(aResponse().withStatus(status));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404})
    void wrongSettingsAreNoRefusalOfTheRecipient(int status) {
        answers(aResponse().withStatus(status).withHeader("Location", "http://elsewhere.example/"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> send(message("+4915112345678", "Hello"), PATIENT))
                .withMessageContaining(Integer.toString(status))
                .withMessageContaining("cordon.sms.token");
    }

    @Test
    void silenceAfterTheMessageWasSentIsUnknown() throws Unavailable {
        answers(ok().withFixedDelay(60_000));

        var result = send(message("+4915112345678", "Hello"), IMPATIENT);

        assertThat(result).isInstanceOf(Unknown.class);
    }

    @Test
    void statusCountsEvenIfTheRestNeverArrives() throws Exception {
        try (var gateway = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> beginToAnswer(gateway));
            var url = URI.create("http://127.0.0.1:" + gateway.getLocalPort() + "/send");

            try (var connection = channel(url, IMPATIENT).open()) {
                var result = connection.send(message("+4915112345678", "Hello"));

                assertThat(result).isInstanceOf(Accepted.class);
            }
        }
    }

    /** Until the other side gives up: nothing more ever comes. */
    private static void beginToAnswer(ServerSocket gateway) {
        try (var socket = gateway.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\n{".getBytes());
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void endlessAnswerIsCutOff() throws Unavailable {
        answers(ok("x".repeat(GatewayAnswer.LONGEST_ANSWER * 2)));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(((Accepted) result).reply())
                .hasSizeLessThanOrEqualTo(GatewayAnswer.LONGEST_PROOF + 4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void connectionThatBreaksIsUnknown(Fault fault) throws Unavailable {
        answers(aResponse().withFault(fault));

        var result = send(message("+4915112345678", "Hello"), PATIENT);

        assertThat(result).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/send", "https://gateway.invalid/send"})
    void gatewayThatCannotBeReachedIsNoWayOut(String url) {
        var channel = channel(URI.create(url), PATIENT);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () -> {
                            try (var connection = channel.open()) {
                                connection.send(message("+4915112345678", "Hello"));
                            }
                        })
                .withMessageContaining("Nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"015112345678", "+0151", "eva@mail.example", "+49 151 1", ""})
    void whatIsNoNumberNeverReachesTheGateway(String number) throws Unavailable {
        answers(ok());

        var result = send(message(number, "Hello"), PATIENT);

        assertThat(result).isInstanceOf(Refused.class);
        GATEWAY.verify(0, postRequestedFor(urlEqualTo("/send")));
    }

    @Test
    void letterIsNotSentAsTextMessages() throws Unavailable {
        answers(ok());

        var result = send(message("+4915112345678", "x".repeat(1531)), PATIENT);

        assertThat(((Refused) result).reply()).contains("more than 10 messages");
        GATEWAY.verify(0, postRequestedFor(urlEqualTo("/send")));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        GATEWAY.stubFor(post("/send").willReturn(answer));
    }

    private static DeliveryResult send(Message message, Duration limit) throws Unavailable {
        var url = URI.create(GATEWAY.baseUrl() + "/send");
        try (var connection = channel(url, limit).open()) {
            return connection.send(message);
        }
    }

    private static HttpSmsChannel channel(URI url, Duration limit) {
        return new HttpSmsChannel(
                new SmsSettings(url, "t0ken", "Shop", PATIENT, limit), Messages.NOON);
    }

    private static String server() {
        return "localhost:" + GATEWAY.getPort();
    }

    private static Message message(String to, String text) {
        return new Message("<7>", to, "", "Shop", "privacy@shop.example", "", text, "en");
    }
}

package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.DeliveryResult.Deferred;
import dev.cordon.application.notification.DeliveryResult.Refused;
import dev.cordon.application.notification.DeliveryResult.Unknown;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.notify.notification.ScriptedSmtpServer.Act;
import dev.cordon.notify.notification.SmtpSettings.Security;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpChannelTest {

    private static final Act HANG = new Act.Hang();
    private static final Act HANG_UP = new Act.HangUp();

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void proofIsTheServersAnswerWordForWord() throws Unavailable {
        server.on("END", say("250 2.0.0 Ok: queued as 9F2"));

        var result = send(Messages.plain(server.port()));

        assertThat(result)
                .isEqualTo(
                        new Accepted(
                                "<1.1.1@shop.example>",
                                "250 2.0.0 Ok: queued as 9F2",
                                "127.0.0.1:" + server.port()));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user",
        "RCPT, 521 5.1.10 takes no mail",
        "DATA, 554 5.7.1 no",
        "END, 554 5.7.1 looks like spam"
    })
    void permanentRefusalIsARefusal(String stage, String reply) throws Unavailable {
        server.on(stage, say(reply));

        var result = send(Messages.plain(server.port()));

        assertThat(result).isEqualTo(new Refused(reply, "127.0.0.1:" + server.port()));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 452 4.3.1 disk is full",
        "RCPT, 450 4.2.0 greylisted",
        "RCPT, 421 4.7.0 too many",
        "DATA, 451 4.3.0 later",
        "END, 452 4.3.1 disk is full"
    })
    void temporaryRefusalIsTriedAgainLater(String stage, String reply) throws Unavailable {
        server.on(stage, say(reply));

        var result = send(Messages.plain(server.port()));

        assertThat(result)
                .isEqualTo(new Deferred(reply, "127.0.0.1:" + server.port(), Duration.ZERO));
    }

    @Test
    void refusalOfOneRecipientLeavesTheConnectionUsable() throws Unavailable {
        server.on("RCPT", say("550 5.1.1 no such user"));

        try (var connection = channel(Messages.plain(server.port())).open()) {
            assertThat(connection.send(Messages.to("gone@mail.example")))
                    .isInstanceOf(Refused.class);
            assertThat(connection.send(Messages.to("eva@mail.example")))
                    .isInstanceOf(Accepted.class);
        }

        assertThat(server.heard()).containsOnlyOnce("GREETING");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void refusedSenderIsNoRefusalOfTheRecipient() {
        server.on("MAIL", say("550 5.7.1 not your domain"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> send(Messages.plain(server.port())))
                .withMessageContaining("550 5.7.1 not your domain")
                .withMessageContaining("Nothing was sent");
    }

    @Test
    void demandForALoginIsNoRefusalOfTheRecipient() {
        server.on("RCPT", say("530 5.7.0 authentication required"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> send(Messages.plain(server.port())))
                .withMessageContaining("cordon.smtp.user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTENT", "END"})
    void connectionThatBreaksWithTheContentUnderWayLeavesUnknown(String stage) throws Unavailable {
        server.on(stage, HANG_UP);

        var result = send(Messages.plain(server.port()));

        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(((Unknown) result).messageId()).isEqualTo("<1.1.1@shop.example>");
    }

    @Test
    void silenceAfterTheDotLeavesUnknown() throws Unavailable {
        server.on("END", HANG);

        var result = send(Messages.impatient(server.port()));

        assertThat(result).isInstanceOf(Unknown.class);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void nonsenseAfterTheDotLeavesUnknown() throws Unavailable {
        server.on("END", say("what?"));

        var result = send(Messages.plain(server.port()));

        assertThat(result).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA"})
    void silenceBeforeTheContentIsCertainlyNoDelivery(String stage) throws Unavailable {
        server.on(stage, HANG);

        var result = send(Messages.impatient(server.port()));

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(server.taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA"})
    void connectionThatBreaksBeforeTheContentIsCertainlyNoDelivery(String stage)
            throws Unavailable {
        server.on(stage, HANG_UP);

        var result = send(Messages.plain(server.port()));

        assertThat(result).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL"})
    void serverThatHangsBeforeAnyRecipientIsNoWayOut(String stage) {
        server.on(stage, HANG, HANG);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> send(Messages.impatient(server.port())))
                .withMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void serverThatTakesNobodyIsNoWayOut() {
        server.on("GREETING", say("554 5.3.2 closed"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> channel(Messages.plain(server.port())).open())
                .withMessageContaining("554 5.3.2 closed");
    }

    @Test
    void nobodyAtThePortIsNoWayOut() {
        server.close();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> channel(Messages.plain(server.port())).open())
                .withMessageContaining("cannot be used");
    }

    @Test
    void lineThatWasClosedWhileIdleIsReplaced() throws Unavailable {
        server.on("MAIL", say("250 ok"), say("421 4.4.2 idle for too long"));

        try (var connection = channel(Messages.plain(server.port())).open()) {
            connection.send(Messages.to("eva@mail.example"));
            var second = connection.send(Messages.to("max@mail.example"));

            assertThat(second).isInstanceOf(Accepted.class);
        }
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void afterAnUnknownTheNextMessageGoesOnANewLine() throws Unavailable {
        server.on("END", HANG_UP);

        try (var connection = channel(Messages.plain(server.port())).open()) {
            connection.send(Messages.to("eva@mail.example"));
            var second = connection.send(Messages.to("max@mail.example"));

            assertThat(second).isInstanceOf(Accepted.class);
        }
        assertThat(server.heard()).filteredOn("GREETING"::equals).hasSize(2);
    }

    @Test
    void endlessAnswerIsCutOff() throws Unavailable {
        server.on("END", new Act.Flood());

        var result = send(Messages.plain(server.port()));

        assertThat(result).isInstanceOf(Unknown.class);
    }

    @Test
    void refusedLoginIsNoWayOutAndTellsNoPassword() {
        server.on("EHLO", say("250-scripted\r\n250 AUTH PLAIN"));
        server.on("AUTH", say("535 5.7.8 bad credentials"));
        var settings = Messages.smtp(server.port(), Security.NONE, "shop", "s3cret-word");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> channel(settings).open())
                .withMessageContaining("535 5.7.8 bad credentials")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("535"))
                .satisfies(
                        e -> assertThat(e.toString() + e.getCause()).doesNotContain("s3cret-word"));
    }

    @Test
    void loginThatIsNotOfferedIsNotSkipped() {
        var settings = Messages.smtp(server.port(), Security.NONE, "shop", "s3cret-word");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> channel(settings).open())
                .withMessageContaining("offers no login");
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void tlsThatIsNotOfferedIsNotSkipped() {
        var settings = Messages.smtp(server.port(), Security.STARTTLS, "", "");

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> channel(settings).open())
                .withMessageContaining("STARTTLS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no address",
                "eva@mail.example\r\nRCPT TO:<all@shop.example>",
                "eva@mail.example>",
                "\"eva\r\n\"@mail.example",
                "@mail.example",
                "ü@mail.example"
            })
    void whatIsNoAddressNeverReachesTheServer(String address) throws Unavailable {
        try (var connection = channel(Messages.plain(server.port())).open()) {
            var result = connection.send(Messages.to(address));

            assertThat(result).isInstanceOf(Refused.class);
        }
        assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void domainInOtherLettersTravelsInItsAsciiForm() throws Unavailable {
        try (var connection = channel(Messages.plain(server.port())).open()) {
            connection.send(Messages.to("eva@müller.example"));
        }

        assertThat(server.heard()).contains("RCPT TO:<eva@xn--mller-kva.example>");
    }

    private static DeliveryResult send(SmtpSettings settings) throws Unavailable {
        try (var connection = channel(settings).open()) {
            return connection.send(Messages.to("eva@mail.example"));
        }
    }

    private static SmtpChannel channel(SmtpSettings settings) {
        return new SmtpChannel(settings, Messages.NOON);
    }

    private static Act say(String words) {
        return new Act.Say(words);
    }
}

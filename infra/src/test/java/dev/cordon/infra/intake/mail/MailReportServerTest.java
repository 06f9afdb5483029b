package dev.cordon.infra.intake.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cordon.application.detection.TakeMailReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.util.unit.DataSize;

/** What the door answers, word by word. */
class MailReportServerTest {

    private static final String MAIL = "From: a@b.example\r\nSubject: s\r\n\r\nx\r\n.\r\n";

    private final List<TakeMailReport.Command> taken = new ArrayList<>();
    private final AtomicReference<TakeMailReport.Outcome> outcome =
            new AtomicReference<>(TakeMailReport.Outcome.TAKEN);
    private MailReportServer server = open(List.of("127.0.0.0/8"));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whatIsStoredIsTaken() throws IOException {
        assertThat(talk("EHLO mx", "MAIL FROM:<>", "RCPT TO:<Security@Shop.example>", "DATA", MAIL))
                .containsExactly("220", "250", "250", "250", "354", "250");
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().store()).hasToString("https://shop.example");
    }

    @Test
    void whatCannotBeStoredHasToComeAgain() throws IOException {
        outcome.set(null);
        var broken = talk("HELO mx", "MAIL FROM:<a@b.c>", TO, "DATA", MAIL);
        outcome.set(TakeMailReport.Outcome.NO_STORE);
        var early = talk("HELO mx", "MAIL FROM:<a@b.c>", TO, "DATA", MAIL);

        assertThat(broken.getLast()).isEqualTo("451");
        assertThat(early.getLast()).isEqualTo("451");
    }

    @Test
    void forNobodyHereItIsRefusedAndNothingIsSentOn() throws IOException {
        assertThat(talk("HELO mx", "MAIL FROM:<a@b.c>", "RCPT TO:<other@shop.example>", "DATA"))
                .containsExactly("220", "250", "250", "550", "503");
    }

    @Test
    void aLargeMailIsRefusedByItsNameAndByItsBytes() throws IOException {
        var announced = talk("EHLO mx", "MAIL FROM:<a@b.c> SIZE=20000");
        var sent =
                talk(
                        "HELO mx",
                        "MAIL FROM:<a@b.c>",
                        TO,
                        "DATA",
                        "\r\n" + "0123456789\r\n".repeat(4_000) + ".\r\n",
                        "RSET");

        assertThat(announced.getLast()).isEqualTo("552");
        assertThat(sent.subList(5, 7)).containsExactly("552", "250");
        assertThat(taken).isEmpty();
    }

    @Test
    void othersAreHungUpOn() throws IOException {
        server.stop();
        server = open(List.of("198.51.100.0/24"));

        assertThat(talk()).containsExactly("554");
    }

    @Test
    void moreThanIsTakenOfOneStoreHasToWait() throws IOException {
        var lines = new ArrayList<>(List.of("HELO mx"));
        for (int i = 0; i < 61; i++) {
            lines.addAll(List.of("MAIL FROM:<a@b.c>", TO, "RSET"));
        }

        var answers = talk(lines.toArray(String[]::new));

        assertThat(answers.get(answers.size() - 2)).isEqualTo("451");
        assertThat(answers).filteredOn("451"::equals).hasSize(1);
    }

    @Test
    void whatIsLeftIsCounted() throws IOException {
        var automatic = "Auto-Submitted: auto-replied\r\n" + MAIL;
        var log = (Logger) LoggerFactory.getLogger(MailIntake.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.INFO);
        log.addAppender(said);

        try {
            for (int i = 0; i < 2; i++) {
                assertThat(talk("HELO mx", "MAIL FROM:<>", TO, "DATA", automatic)).endsWith("250");
            }
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
        }

        assertThat(taken).isEmpty();
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("; 1 of them since the start"),
                        second -> assertThat(second).endsWith("; 2 of them since the start"));
    }

    @Test
    void withoutNetworksOrRecipientsThereIsNoDoor() {
        assertThatThrownBy(() -> settings(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailReportSettings.Recipient("shop.example", "shop.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final String TO = "RCPT TO:<security@shop.example>";

    private MailReportServer open(List<String> from) {
        var opened =
                new MailReportServer(
                        settings(from),
                        this::take,
                        new DefaultSslBundleRegistry(),
                        () -> Instant.EPOCH);
        opened.start();
        return opened;
    }

    private TakeMailReport.Outcome take(TakeMailReport.Command command) {
        taken.add(command);
        var answer = outcome.get();
        if (answer == null) {
            throw new IllegalStateException("the database is away");
        }
        return answer;
    }

    private static MailReportSettings settings(List<String> from) {
        return new MailReportSettings(
                true,
                0,
                "127.0.0.1",
                from,
                null,
                false,
                null,
                DataSize.ofKilobytes(16),
                List.of(
                        new MailReportSettings.Recipient(
                                "security@shop.example", "https://shop.example/")));
    }

    /** The codes of all answers, the greeting's first. */
    private List<String> talk(String... lines) throws IOException {
        var codes = new ArrayList<String>();
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(60_000);
            var answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            codes.add(code(answers));
            for (var line : lines) {
                var ended = line.endsWith("\r\n") ? line : line + "\r\n";
                socket.getOutputStream().write(ended.getBytes(US_ASCII));
                codes.add(code(answers));
            }
        }
        return codes;
    }

    private static String code(BufferedReader answers) throws IOException {
        var line = answers.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = answers.readLine();
        }
        return line == null ? "" : line.substring(0, 3);
    }
}

package dev.cordon.infra.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.Page;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.LocalMailbox.Mail;
import dev.cordon.application.notification.MessageChannel;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoMailboxTest {

    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    private final DemoMailbox mailbox = DemoMailbox.open(NOON);
    private final MessageChannel channel = new DemoMail().mailChannel(mailbox, NOON);

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void caughtMailReadsAsTheCustomerWouldReadIt() throws Unavailable {
        send(1, "Guten Tag Eva Müller,\n\nbitte ändern Sie …\n");

        var mail = mailbox.list(Page.Request.first(10)).items().getFirst();

        assertThat(mail)
                .usingRecursiveComparison()
                .isEqualTo(
                        new Mail(
                                "1",
                                NOON.instant(),
                                "<1@shop.example>",
                                "Fjordshøp <notices@fjordshop.example>",
                                "eva@mail.example",
                                "Fjordshøp <privacy@fjordshop.example>",
                                "Jemand war in Ihrem Konto",
                                "Guten Tag Eva Müller,\n\nbitte ändern Sie …\n"));
        assertThat(mailbox.find("1")).contains(mail);
        assertThat(mailbox.find("2")).isEmpty();
    }

    @Test
    void latestMailComesFirstAndPagesGoOn() throws Unavailable {
        for (int n = 1; n <= 5; n++) {
            send(n, "text");
        }

        var page = mailbox.list(Page.Request.first(3));
        var rest = mailbox.list(new Page.Request(3, page.next()));

        assertThat(page.items()).extracting(Mail::id).containsExactly("5", "4", "3");
        assertThat(rest.items()).extracting(Mail::id).containsExactly("2", "1");
        assertThat(rest.next()).isNull();
    }

    @Test
    void mailboxIsBounded() throws Unavailable {
        try (var connection = channel.open()) {
            for (int n = 0; n <= DemoMailbox.MOST; n++) {
                connection.send(message(n, "text"));
            }
        }

        assertThat(mailbox.count()).isEqualTo(DemoMailbox.MOST);
        assertThat(mailbox.find("1")).isEmpty();
    }

    private void send(int number, String text) throws Unavailable {
        try (var connection = channel.open()) {
            assertThat(connection.send(message(number, text))).isInstanceOf(Accepted.class);
        }
    }

    private static Message message(int number, String text) {
        return new Message(
                "<" + number + "@shop.example>",
                "eva@mail.example",
                "Eva Müller",
                "Fjordshøp",
                "privacy@fjordshop.example",
                "Jemand war in Ihrem Konto",
                text,
                "de");
    }
}

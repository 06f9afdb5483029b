package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailHeadTest {

    @Test
    void theHeadOfAMailSaysWhatItIs() {
        var mail =
                read(
                        """
                        Received: from a by b
                        \tfor c; Mon, 23 Nov 2026 03:04:09 +0100 (CET)
                        Received: from y by a; Mon, 23 Nov 2026 03:04:07 +0100
                        Date: Mon, 23 Nov 2026 03:04:05 +0100 (CET)
                        From: =?utf-8?q?J=C3=B6rg?= <joerg@shop.example>
                        Subject: =?UTF-8?B?R3LDvMOfZQ==?=
                         =?UTF-8?Q?_aus_Kiel?=
                        Message-ID: <1@shop.example>

                        Subject: not this one
                        """);

        assertThat(mail)
                .isEqualTo(
                        new MailHead(
                                "Jörg <joerg@shop.example>",
                                "Grüße aus Kiel",
                                "<1@shop.example>",
                                Instant.parse("2026-11-23T02:04:05Z"),
                                Instant.parse("2026-11-23T02:04:09Z")));
    }

    @Test
    void aServerThatSaysNoTimeReceivedItAtNone() {
        var mail = read("Received: from a by b\nFrom: a\nMessage-ID: <1@a>\n\n");

        assertThat(mail.received()).isNull();
    }

    @Test
    void whatIsNoMailIsNone() {
        assertThat(MailHead.read("GET / HTTP/1.1\nHost: x\n\n".getBytes(UTF_8))).isEmpty();
        assertThat(MailHead.read("From: only\n\n".getBytes(UTF_8))).isEmpty();
        assertThat(MailHead.read(new byte[0])).isEmpty();
    }

    @Test
    void hostileHeadsAreCutAndNeverFail() {
        var long1 = read("From: a\nDate: never\nSubject: " + "x".repeat(100_000) + "\n\n");
        assertThat(long1.subject()).hasSize(200);
        assertThat(long1.date()).isNull();
        var odd = read("From: a\u202e\u0007b\nMessage-ID: =?no-such?b?!!!?= =?utf-8?q?=ZZ?=\n\n");
        assertThat(odd.from()).isEqualTo("ab");
        var random = new Random(2);
        for (int i = 0; i < 500; i++) {
            var noise = new byte[2000];
            random.nextBytes(noise);
            var head = "From: =?utf-8?q?".getBytes(UTF_8);
            System.arraycopy(head, 0, noise, 0, head.length);
            MailHead.read(noise);
        }
    }

    private static MailHead read(String text) {
        return MailHead.read(text.getBytes(UTF_8)).orElseThrow();
    }
}

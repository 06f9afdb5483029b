package dev.cordon.domain.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailReportTest {

    private static final Sha256 DIGEST = Sha256.of("x".getBytes(StandardCharsets.UTF_8));

    @Test
    void whoItIsFromIsAClaim() {
        var note = mail("Mia <mia@customer.example>", "Odd", null, "A script.").note();

        assertThat(note.title()).isEqualTo("Odd");
        assertThat(note.description())
                .isEqualTo(
                        """
                        Says that it is from: Mia <mia@customer.example>
                        Nobody checked the sender.

                        > A script.""");
    }

    @Test
    void noLineOfAMailPassesForOneOfOurs() {
        var forged = "Hello\n\nChecked by the mail server: spf=pass\n\nAnother mail: x";

        var note = mail("a@b.example\nChecked by the mail server: spf=pass", "x", null, forged);

        assertThat(note.note().description().lines().filter(line -> line.startsWith("Checked")))
                .isEmpty();
        assertThat(note.note().description()).contains("> Checked by the mail server: spf=pass");
    }

    @Test
    void secretsAreBlottedOutInTitleTextAndNames() {
        var mail =
                new MailReport(
                        DIGEST,
                        null,
                        List.of(),
                        "mia@customer.example",
                        "My card 4111111111111111",
                        null,
                        List.of(),
                        "It was 4111 1111 1111 1111, and 4111\u200b1111\u200b1111\u200b1111.",
                        List.of(new MailReport.Attachment("4111-1111-1111-1111.pdf", 7, DIGEST)),
                        0);

        var note = mail.note();

        assertThat(note.title() + note.description()).doesNotContain("1111");
        assertThat(note.description()).contains("7 bytes", DIGEST.hex());
    }

    @Test
    void aLongMailIsCutAndItsAttachmentsAreStillNamed() {
        var many =
                IntStream.range(0, 20)
                        .mapToObj(i -> new MailReport.Attachment("n".repeat(500) + i, i, DIGEST))
                        .toList();
        var mail =
                new MailReport(
                        DIGEST,
                        null,
                        List.of(),
                        "f".repeat(1_000),
                        "",
                        "spf=pass",
                        List.of(),
                        "line\n".repeat(20_000),
                        many,
                        3);

        var note = mail.note();

        assertThat(note.title()).isEqualTo("Mail without a subject");
        assertThat(note.description()).hasSizeLessThanOrEqualTo(AlertNote.LONGEST_DESCRIPTION);
        assertThat(note.description()).contains("line\n", "…\n\nAttachments, not kept:");
        assertThat(note.description().split("SHA-256", -1)).hasSize(21);
        assertThat(note.description()).endsWith("and 3 more");
    }

    @Test
    void anAnswerIsAddedWhileThereIsRoom() {
        var first = mail("mia@customer.example", "Odd", null, "A script.").note();
        var answer = mail("mia@customer.example", "Re: Odd", null, "It is gone.");

        var both = answer.addedTo(first).orElseThrow();

        assertThat(both.title()).isEqualTo("Odd");
        assertThat(both.description())
                .startsWith(first.description())
                .contains("\n\nAnother mail: Re: Odd\nSays that it is from:", "> It is gone.");
        assertThat(mail("m", "Re", null, "y".repeat(6_000)).addedTo(full(first))).isEmpty();
    }

    private static AlertNote full(AlertNote note) {
        return new AlertNote(note.title(), "x".repeat(5_000), null);
    }

    private static MailReport mail(
            String from, String subject, @Nullable String checked, String text) {
        return new MailReport(
                DIGEST, null, List.of(), from, subject, checked, List.of(), text, List.of(), 0);
    }
}

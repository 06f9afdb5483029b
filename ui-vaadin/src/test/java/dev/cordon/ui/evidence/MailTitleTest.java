package dev.cordon.ui.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.cordon.domain.evidence.intake.MailHead;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTitleTest {

    /** Held here: what is current is held weakly. */
    private final UI console = new UI();

    @BeforeEach
    void aConsole() {
        console.setLocale(Locale.ENGLISH);
        UI.setCurrent(console);
    }

    @AfterEach
    void noConsole() {
        UI.setCurrent(null);
    }

    @Test
    void aTitleSaysWhenAMailWasReceivedAndNothingOfWhatItSays() {
        var title =
                suggested(
                        """
                        Received: from a by b; Mon, 23 Nov 2026 03:04:09 +0100
                        Date: Sun, 22 Nov 2026 01:00:00 +0000
                        From: Anna Weber <anna@shop.example>
                        Subject: My card was stolen

                        """);

        assertThat(title).startsWith("Mail of ").contains("2026", "02:04:09", "UTC");
        assertThat(title).doesNotContain("Anna", "anna", "card");
    }

    @Test
    void withoutATimeItIsAMail() {
        assertThat(suggested("From: anna@shop.example\nMessage-ID: <1@a>\n\n")).isEqualTo("Mail");
    }

    private static String suggested(String mail) {
        return MailTitle.suggested(MailHead.read(mail.getBytes(UTF_8)).orElseThrow());
    }
}

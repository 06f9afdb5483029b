package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An administrator is told on the first page that work stands still, takes it up again in the
 * settings, and an auditor sees who did, in a real browser. Pictures in {@code target/screenshots}.
 */
class ParkedJobsBrowserIT extends DeskInTheBrowser {

    @Autowired private JdbcClient jdbc;

    @Test
    void whatStandsStillIsToldTakenUpAndRememberedWithWhoDid() {
        var id = parked();
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var adam = login(chromium, "adam");
            assertThat(adam.locator("#parked-jobs-waiting")).containsText("1 job kept failing");
            axe.look(adam, "parked-jobs-notice");

            takeUp(adam, id, axe);

            var amira = login(chromium, "amira");
            go(amira, "/settings");
            assertThat(amira.locator("#taken-up-" + id)).containsText("Sending an approved notice");
            assertThat(amira.locator("#taken-up-" + id)).containsText("Adam");
            assertThat(amira.locator("#parked-jobs vaadin-button")).hasCount(0);
            axe.assertNothingFound();
        }
    }

    private void takeUp(Page adam, UUID id, Accessibility axe) {
        go(adam, "/settings");
        assertThat(adam.locator("#parked-jobs")).containsText("The mail server refused");
        adam.locator("#parked-jobs").scrollIntoViewIfNeeded();
        axe.look(adam, "parked-jobs");
        adam.locator("#take-up-" + id).click();
        adam.locator("#take-up-job-confirm").click();
        assertThat(adam.locator("#taken-up-" + id)).containsText("12 times in a row");
        assertThat(adam.locator("#take-up-" + id)).hasCount(0);
        adam.locator("#taken-up-" + id).scrollIntoViewIfNeeded();
        axe.look(adam, "parked-jobs-taken-up");
    }

    /** As the program leaves it after its last attempt. */
    private UUID parked() {
        var subject = UUID.randomUUID();
        return jdbc.sql(
                        """
                        insert into parked_job (job, instance, subject, failures, failure, parked_at)
                        values ('dispatch-campaign', ?, ?, 12, 'The mail server refused: 550',
                            '2026-11-24T09:00:00Z') returning id
                        """)
                .param(subject + "/1")
                .param(subject)
                .query(UUID.class)
                .single();
    }
}

package dev.cordon.infra.bootstrap.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.application.evidence.WatchRuns;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An auditor sees in a real browser that evidence is watched, what was found, and which record of
 * it the ledger does not bear out. Pictures in {@code target/screenshots}.
 */
class IntegrityBrowserIT extends DeskInTheBrowser {

    @Autowired private AttackedStore stores;
    @Autowired private WatchIntegrity watch;
    @Autowired private WatchRuns runs;
    @Autowired private UnitOfWork work;
    @Autowired private Ids ids;
    @Autowired private InstantSource clock;
    @Autowired private JdbcClient jdbc;

    @Test
    void anAuditorSeesThatEvidenceIsWatched() {
        stores.takeIntoCare();
        CallerContext.callAs(AutomationPolicy.LEDGER, this::look);
        var differing = differing();
        CallerContext.callAs(AutomationPolicy.LEDGER, () -> add(differing));
        madeUp(differing);
        try (var chromium = Chromium.start()) {
            var axe = new Accessibility();
            var amira = login(chromium, "amira");
            go(amira, "/audit");
            amira.locator("a[href='evidence/watch']").click();
            assertThat(amira.locator("#watch-standing")).containsText("computed anew");
            var list = amira.locator("#watch-runs");
            assertThat(list).containsText("nothing differed");
            assertThat(list).containsText("as the ledger says");
            assertThat(list).containsText("not as the ledger says");
            axe.look(amira, "integrity-runs");

            theDifferencesAreShown(amira, differing, axe);
            axe.assertNothingFound();
        }
        try (var chromium = Chromium.start()) {
            var dina = login(chromium.window("de-DE"), "dina");
            go(dina, "/evidence/watch");
            assertThat(dina.locator("#watch-runs")).containsText("wie es im Journal steht");
            Chromium.picture(dina, "integrity-runs-german");
        }
    }

    private static void theDifferencesAreShown(Page amira, WatchRun run, Accessibility axe) {
        amira.locator("#watch-found-" + run.id() + ":visible").click();
        assertThat(amira.locator("#watch-run-found li")).hasCount(2);
        axe.look(amira, "integrity-found");
        amira.locator("#watch-run-close").click();
        assertThat(amira.locator("#watch-run")).hasCount(0);
    }

    private boolean look() {
        try {
            while (watch.watch(new WatchIntegrity.Command(() -> true)).isZero()) {}
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean add(WatchRun run) {
        work.run(() -> runs.add(run));
        return true;
    }

    private WatchRun differing() {
        var now = clock.instant();
        return new WatchRun(
                ids.next(),
                now.minus(Duration.ofMinutes(4)),
                now,
                now.minus(Duration.ofMinutes(1)),
                1_234,
                41,
                56,
                2,
                List.of(
                        "ledger: LEAF_ALTERED: entries 11 to 11",
                        "vault: content of 2 items lies in the vault, and no item stands on it"));
    }

    /** What the program may do, whoever runs it: a row that no leaf stands for. */
    private void madeUp(WatchRun run) {
        jdbc.sql(
                        """
                        insert into watch_run select ?, begun_at, at, vault_at, entries, items,
                            of_items, 0, '{}' from watch_run where id = ?
                        """)
                .param(ids.next())
                .param(run.id())
                .update();
    }
}

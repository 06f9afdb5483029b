package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import dev.cordon.application.evidence.WatchRuns.Kept;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchRunsGridTest {

    private static final UUID ID = new UUID(0, 9);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

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
    void aRunSaysWhenItWasFinishedAndOverWhat() {
        var run = borneOut(run(0, List.of()));

        assertThat(text(WatchRunsGrid.finished(run)))
                .isEqualTo("Monday 23 November 2026, 12:03:00 UTC took 3 min");
        assertThat(text(WatchRunsGrid.covered(run)))
                .isEqualTo("412 entries of the ledger, 5 of 12 items Vault:  Mon 23 Nov, 12:02");
    }

    @Test
    void aWholeRunThatTheLedgerBearsOutIsGoodNews() {
        var run = borneOut(run(0, List.of()));

        assertThat(chip(WatchRunsGrid.found(run))).isEqualTo("ok: nothing differed");
        assertThat(chip(WatchRunsGrid.record(run))).isEqualTo("ok: as the ledger says");
    }

    @Test
    void whatTheLedgerDoesNotBearOutIsNoGoodNews() {
        var run = new Kept(ID, run(0, List.of()), false);

        assertThat(chip(WatchRunsGrid.found(run))).isEqualTo("plain: nothing differed");
        assertThat(chip(WatchRunsGrid.record(run))).isEqualTo("crit: not as the ledger says");
    }

    @Test
    void whatIsNoRunAtAllIsStillThere() {
        var none = new Kept(ID, null, false);

        assertThat(text(WatchRunsGrid.finished(none)))
                .isEqualTo("What is written there is no run " + ID);
        assertThat(text(WatchRunsGrid.found(none))).isEqualTo("–");
        assertThat(chip(WatchRunsGrid.record(none))).isEqualTo("crit: not as the ledger says");
    }

    @Test
    void whatDifferedIsShownWordForWord() {
        var run = run(2, List.of("ledger: one", "vault: two"));

        var cell = WatchRunsGrid.found(borneOut(run));
        var dialog = new WatchRunDialog(run, true);

        assertThat(chip(cell)).isEqualTo("crit: 2 things differed");
        assertThat(all(cell)).hasAtLeastOneElementOfType(Button.class);
        assertThat(all(dialog))
                .filteredOn(ListItem.class::isInstance)
                .extracting(item -> ((ListItem) item).getText())
                .containsExactly("ledger: one", "vault: two");
    }

    @Test
    void thatMoreDifferedThanStandsInWordsIsSaid() {
        var found = Stream.generate(() -> "ledger: one").limit(WatchRun.MOST).toList();

        var dialog = new WatchRunDialog(run(250, found), true);

        assertThat(text(dialog)).contains("The first 100 of 250");
    }

    @Test
    void whatDifferedAndTheLedgerDoesNotBearOutIsSaidToBeSo() {
        var run = run(1, List.of("ledger: one"));

        assertThat(text(new WatchRunDialog(run, false))).contains("does not bear this out");
        assertThat(text(new WatchRunDialog(run, true))).contains("In the words that the ledger");
    }

    @Test
    void whereThereWasNoItemNoneIsCounted() {
        var run = new WatchRun(ID, NOON, NOON, null, 0, 0, 0, 0, List.of());

        assertThat(text(WatchRunsGrid.covered(borneOut(run))))
                .isEqualTo("no entry of the ledger, no item to check Vault: never yet");
    }

    @Test
    void inGermanItIsGerman() {
        console.setLocale(Locale.GERMAN);

        assertThat(text(WatchRunsGrid.record(borneOut(run(0, List.of())))))
                .isEqualTo("wie es im Journal steht");
    }

    private static Kept borneOut(WatchRun run) {
        return new Kept(ID, run, true);
    }

    private static WatchRun run(long differences, List<String> found) {
        return new WatchRun(
                ID,
                NOON,
                NOON.plus(Duration.ofMinutes(3)),
                NOON.plus(Duration.ofMinutes(2)),
                412,
                5,
                12,
                differences,
                found);
    }

    private static String chip(Component cell) {
        return all(cell)
                .filter(Chip.class::isInstance)
                .map(Chip.class::cast)
                .map(chip -> tone(chip) + ": " + chip.getText())
                .collect(Collectors.joining(" "));
    }

    private static String tone(Chip chip) {
        return Stream.of(Tone.values())
                .map(Tone::css)
                .filter(chip::hasClassName)
                .collect(Collectors.joining());
    }

    private static String text(Component component) {
        return all(component)
                .filter(HasText.class::isInstance)
                .map(part -> ((HasText) part).getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Stream<Component> all(Component parent) {
        return Stream.concat(
                Stream.of(parent), parent.getChildren().flatMap(WatchRunsGridTest::all));
    }
}

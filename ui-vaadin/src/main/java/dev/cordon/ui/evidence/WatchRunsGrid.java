package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.evidence.WatchRuns.Kept;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.ledger.WatchRun;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.time.Duration;
import java.util.function.Function;

/** The finished runs of the watch: when, over what, what was found, and whether that is so. */
class WatchRunsGrid extends LazyGrid<Kept> {

    private final Words words = Words.here();

    WatchRunsGrid(Function<Page.Request, Page<Kept>> source) {
        super(source);
        setId("watch-runs");
        cell(words.text("integrity.finished"), WatchRunsGrid::finished)
                .setAutoWidth(false)
                .setWidth("14rem")
                .setFlexGrow(1);
        cell(words.text("integrity.covered"), WatchRunsGrid::covered)
                .setAutoWidth(false)
                .setWidth("16rem")
                .setFlexGrow(2);
        cell(words.text("integrity.found"), WatchRunsGrid::found);
        cell(words.text("integrity.record"), WatchRunsGrid::record);
        compact(words.text("integrity.runs"), WatchRunsGrid::card);
        setEmptyStateComponent(
                new EmptyState(words.text("integrity.empty"), words.text("integrity.empty.what")));
    }

    /** When it ended, and how long it took; its id, where what is written can be no run. */
    static Component finished(Kept kept) {
        var run = kept.run();
        if (run == null) {
            return Row.two(
                    new Span(Words.here().text("integrity.illegible")),
                    new Mono(kept.id().toString()));
        }
        var took = Moments.here().duration(Duration.between(run.begunAt(), run.at()));
        return Row.two(
                TimeText.exact(run.at()), new Span(Words.here().text("integrity.took", took)));
    }

    static Component covered(Kept kept) {
        var run = kept.run();
        if (run == null) {
            return new Span("–");
        }
        var words = Words.here();
        var vault =
                run.vaultAt() == null
                        ? new Span(words.text("integrity.vault.never"))
                        : new Span(
                                new Span(words.text("integrity.vault.at") + " "),
                                TimeText.moment(run.vaultAt()));
        var both =
                words.text("integrity.entries", run.entries())
                        + ", "
                        + words.text("integrity.items", run.items(), run.ofItems());
        vault.addClassNames("small", "muted");
        return new Div(new Div(both), vault);
    }

    /** What the ledger does not bear out is no good news. */
    static Component found(Kept kept) {
        var run = kept.run();
        if (run == null) {
            return new Span("–");
        }
        var words = Words.here();
        if (run.isWhole()) {
            return new Chip(
                    kept.isBorneOut() ? Tone.OK : Tone.PLAIN, words.text("integrity.whole"));
        }
        var show =
                new Button(
                        words.text("integrity.show"),
                        _ -> new WatchRunDialog(run, kept.isBorneOut()).open());
        show.setId("watch-found-" + run.id());
        show.addThemeVariants(ButtonVariant.SMALL);
        show.setAriaLabel(words.text("integrity.show.of", Moments.here().moment(run.at())));
        return line(new Chip(Tone.CRIT, differ(words, run)), show);
    }

    static Component record(Kept kept) {
        var words = Words.here();
        return kept.isBorneOut()
                ? new Chip(Tone.OK, words.text("integrity.borne-out"))
                : new Chip(Tone.CRIT, words.text("integrity.not-borne-out"));
    }

    static String differ(Words words, WatchRun run) {
        return words.text("integrity.differ", run.differences());
    }

    private static Component card(Kept kept) {
        return new Div(finished(kept), covered(kept), line(found(kept), record(kept)));
    }

    private static Div line(Component... parts) {
        var line = new Div(parts);
        line.addClassName("card-line");
        return line;
    }
}

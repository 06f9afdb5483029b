package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.cordon.application.detection.AskDryRun;
import dev.cordon.application.detection.DryRunQueries.Progress;
import dev.cordon.application.detection.DryRunQueries.Shown;
import dev.cordon.application.detection.StopDryRun;
import dev.cordon.domain.detection.tuning.Difference;
import dev.cordon.domain.detection.tuning.Difference.Change;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/** What the shown version would have raised in the lines that are kept. */
class DryRunCard extends LiveCard<List<Shown>> {

    private final Words words = Words.here();
    private final Moments moments = Moments.here();
    private final OpenRules page;
    private final RuleActions actions;
    private String refused = "";

    DryRunCard(OpenRules page, RuleActions actions) {
        super(Words.here().text("dryrun.title"));
        this.page = page;
        this.actions = actions;
        setId("dry-run");
    }

    @Override
    protected List<Shown> read() {
        var version = page.version();
        return version == null ? List.of() : actions.runs().of(version.id());
    }

    @Override
    protected void paint(List<Shown> found) {
        var version = page.version();
        var content = new ArrayList<Component>();
        if (version == null) {
            return;
        }
        if (found.isEmpty()) {
            content.add(new EmptyState(words.text("dryrun.none"), words.text("dryrun.none.what")));
        } else {
            content.addAll(of(found.getFirst(), version));
        }
        boolean isOpen = found.stream().anyMatch(shown -> shown.run().isOpen());
        if (!isOpen && mayAsk(version)) {
            var ask = new Button(words.text("dryrun.ask"), _ -> ask(version));
            ask.setId("dry-run-ask");
            content.add(ask);
        }
        if (!refused.isEmpty()) {
            content.add(note("crit", refused));
        }
        show(content.toArray(Component[]::new));
    }

    private boolean mayAsk(RuleVersion version) {
        return actions.caller().may(Permission.RULE_WRITE)
                && (version.stage() == Stage.DRAFT || version.stage() == Stage.SUBMITTED);
    }

    private void ask(RuleVersion version) {
        refused =
                switch (actions.ask().ask(new AskDryRun.Command(version.id()))) {
                    case AskDryRun.Outcome.Asked _ -> "";
                    case AskDryRun.Outcome.OneRuns _ -> words.text("dryrun.one");
                    case AskDryRun.Outcome.Faulty(var faults) ->
                            words.text("ruleversion.faulty", String.join("; ", faults));
                };
        paint(read());
    }

    private List<Component> of(Shown shown, RuleVersion version) {
        return switch (shown.run().phase()) {
            case DryRun.Phase.Asked() -> running(shown);
            case DryRun.Phase.Stopped _ -> List.of(new Paragraph(words.text("dryrun.stopped")));
            case DryRun.Phase.Finished(var report, var at) -> {
                var all = new ArrayList<Component>();
                if (!shown.run().isAbout(version)) {
                    all.add(note("med", words.text("dryrun.other")));
                }
                all.add(new Paragraph(words.text("dryrun.done", moments.moment(at))));
                all.addAll(result(report));
                yield all;
            }
        };
    }

    private List<Component> running(Shown shown) {
        var bar = new ProgressBar();
        var progress = shown.progress();
        bar.setIndeterminate(progress == null);
        bar.getElement().setAttribute("aria-label", words.text("dryrun.title"));
        if (progress != null) {
            bar.setValue(part(progress));
        }
        var said =
                progress == null
                        ? words.text("dryrun.waits")
                        : words.text(
                                "dryrun.read",
                                Bytes.text(progress.read()),
                                Bytes.text(progress.total()));
        var all = new ArrayList<Component>(List.of(new Paragraph(said), bar));
        if (actions.caller().may(Permission.RULE_WRITE)) {
            var stop =
                    new Button(
                            words.text("dryrun.stop"),
                            _ -> {
                                actions.stop().stop(new StopDryRun.Command(shown.run().id()));
                                refresh();
                            });
            stop.setId("dry-run-stop");
            all.add(stop);
        }
        return all;
    }

    private static double part(Progress progress) {
        return progress.total() == 0 ? 0 : Math.min(1, (double) progress.read() / progress.total());
    }

    private List<Component> result(DryRunReport report) {
        var all = new ArrayList<Component>();
        var from = report.from();
        var to = report.to();
        if (from != null && to != null) {
            all.add(
                    new Paragraph(
                            words.text(
                                    "dryrun.window",
                                    moments.moment(from),
                                    moments.moment(to),
                                    report.lines(),
                                    Bytes.text(report.bytes()))));
        }
        var counts = new Div();
        counts.addClassName("filters");
        for (var change : Change.values()) {
            counts.add(
                    new Chip(
                            tone(change),
                            words.text("dryrun.count", words.of(change), report.count(change))));
        }
        counts.setId("dry-run-counts");
        all.add(counts);
        report.problems().forEach(each -> all.add(note("med", each)));
        report.differences().forEach(each -> all.add(row(each)));
        if (report.unlisted() > 0) {
            all.add(new Paragraph(words.text("dryrun.unlisted", report.unlisted())));
        }
        return all;
    }

    private Row row(Difference each) {
        var title =
                words.text("alert.title", words.of(each.kind()), each.addresses())
                        + " · "
                        + each.rule();
        var second =
                words.text(
                        "dryrun.events",
                        moments.moment(each.period().startedAt()),
                        each.events(),
                        String.join(", ", each.firstAddresses()));
        var chip = new Chip(tone(each.change()), words.of(each.change()));
        var alert = each.alert();
        var left = Row.two(new Span(title), new Span(second));
        return alert == null
                ? new Row(left, chip)
                : new Row(
                        left,
                        new Anchor(AlertNavigation.address(alert), words.text("dryrun.alert")),
                        chip);
    }

    private static Tone tone(Change change) {
        return switch (change) {
            case NEW -> Tone.HIGH;
            case GONE -> Tone.MED;
            case GROWN -> Tone.LOW;
            case SAME -> Tone.PLAIN;
        };
    }

    private static Paragraph note(String tone, String text) {
        var note = new Paragraph(text);
        note.addClassNames("note", tone);
        return note;
    }
}

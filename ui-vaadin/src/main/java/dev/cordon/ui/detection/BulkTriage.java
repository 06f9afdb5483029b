package dev.cordon.ui.detection;

import dev.cordon.application.detection.AlertSummary;
import dev.cordon.application.detection.TriageAlerts;
import dev.cordon.application.detection.TriageAlerts.Decision;
import dev.cordon.application.detection.UndoTriage;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Decides about the chosen alerts, and takes all of it back in one go. */
class BulkTriage implements AlertBar.Deeds {

    private final Words words = Words.here();
    private final AlertActions actions;
    private final AlertList list;
    private final Runnable changed;
    private final AlertBar bar = new AlertBar(this);
    private List<UndoTriage.Command> last = List.of();

    BulkTriage(AlertActions actions, AlertList list, Runnable changed) {
        this.actions = actions;
        this.list = list;
        this.changed = changed;
        if (actions.caller().may(Permission.ALERT_TRIAGE)) {
            list.letChoose(this::chosen);
        }
    }

    AlertBar bar() {
        return bar;
    }

    @Override
    public void take() {
        decide(seen(), new Decision.Take(), "taken");
    }

    @Override
    public void dismiss() {
        var seen = seen();
        new DismissDialog(
                        (resolution, reason) ->
                                decide(seen, new Decision.Dismiss(resolution, reason), "dismissed"))
                .open();
    }

    @Override
    public void merge() {
        var seen = seen();
        var targets =
                MergeDialog.targets(
                        list.chosen(),
                        actions.queries().mergeTargets(list.chosen().getFirst().id()));
        new MergeDialog(targets, into -> decide(seen, new Decision.Merge(into), "merged")).open();
    }

    /** Files the open alert away under another one. */
    void merge(Alert alert) {
        var seen = List.of(new TriageAlerts.Seen(alert.id(), alert.status(), alert.takenBy()));
        new MergeDialog(
                        actions.queries().mergeTargets(alert.id()),
                        into -> decide(seen, new Decision.Merge(into), "merged"))
                .open();
    }

    @Override
    public void clear() {
        list.deselectAll();
    }

    @Override
    public void undo() {
        var outcome = actions.undoMany().undo(last);
        last = List.of();
        bar.hide();
        Done.say(
                outcome.decidedSince() == 0
                        ? words.text("bar.undone", outcome.takenBack())
                        : words.text(
                                "bar.undone.but", outcome.takenBack(), outcome.decidedSince()));
        changed.run();
    }

    private void chosen() {
        var count = list.chosen().size();
        if (count > 0) {
            bar.offer(count);
        } else if (last.isEmpty()) {
            bar.hide();
        }
    }

    private void decide(List<TriageAlerts.Seen> seen, Decision decision, String done) {
        var outcome = actions.triage().decide(new TriageAlerts.Command(seen, decision));
        last = outcome.decided();
        list.deselectAll();
        var said = words.text("bar.done." + done, outcome.decided().size());
        bar.offerUndo(
                outcome.passedOver() == 0
                        ? said
                        : said + " " + words.text("bar.passed", outcome.passedOver()));
        changed.run();
    }

    private List<TriageAlerts.Seen> seen() {
        return list.chosen().stream().map(BulkTriage::seen).toList();
    }

    private static TriageAlerts.Seen seen(AlertSummary alert) {
        return new TriageAlerts.Seen(alert.id(), alert.status(), alert.takenBy());
    }
}

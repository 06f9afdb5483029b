package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.KeepingQueries.Keeping;
import dev.cordon.application.detection.SetRetention;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;

/** For how long a log's raw lines are kept, what holds them, and what was deleted. */
class KeepingDialog extends AskDialog {

    private static final int MB = 1_000_000;

    private final Words words = Words.here();
    private final KeepingActions actions;
    private final LogSource log;
    private final Keeping seen;
    private final TextField owner = new TextField(words.text("keeping.owner"));
    private final TextField reason = new TextField(words.text("keeping.reason"));
    private final IntegerField days = new IntegerField(words.text("keeping.days"));
    private final IntegerField size = new IntegerField(words.text("keeping.size"));
    private final Paragraph outcome = new Paragraph();

    KeepingDialog(KeepingActions actions, LogSource log) {
        super(
                "keeping-dialog",
                Words.here().text("keeping.title", log.name()),
                Words.here().text("keeping.text"),
                Words.here().text("keeping.confirm"));
        this.actions = actions;
        this.log = log;
        this.seen = actions.queries().keeping(log.id());
        fill();
        outcome.setId("keeping-outcome");
        outcome.getElement().setAttribute("role", "alert");
        outcome.setVisible(false);
        with(kept(), owner, reason, days, size, outcome);
        with(new HoldsPanel(actions, log), new DeletionsPanel(actions, log.id()));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            onConfirm(this::set);
        } else {
            readOnly();
        }
    }

    private void fill() {
        var retention = seen.retention();
        boolean isRead = !actions.caller().may(Permission.STORE_MANAGE);
        owner.setId("keeping-owner");
        owner.setHelperText(words.text("keeping.owner.help"));
        owner.setValue(retention.owner());
        reason.setId("keeping-reason");
        reason.setValue(retention.reason());
        days.setId("keeping-days");
        days.setValue(retention.days());
        size.setId("keeping-size");
        size.setHelperText(words.text("keeping.size.help"));
        size.setValue(Math.toIntExact(Math.min(Integer.MAX_VALUE, retention.bytes() / MB)));
        owner.setReadOnly(isRead);
        reason.setReadOnly(isRead);
        days.setReadOnly(isRead);
        size.setReadOnly(isRead);
        owner.setWidthFull();
        reason.setWidthFull();
    }

    private Paragraph kept() {
        var oldest = seen.oldestTakenAt();
        return new Paragraph(
                oldest == null
                        ? words.text("keeping.nothing")
                        : words.text(
                                "keeping.now",
                                Bytes.text(seen.bytes()),
                                Moments.here().moment(oldest)));
    }

    private boolean set() {
        if (days.getValue() == null || size.getValue() == null) {
            return refuse(words.text("keeping.bounds"));
        }
        try {
            actions.set()
                    .set(
                            new SetRetention.Command(
                                    log.id(),
                                    seen.retention().version(),
                                    owner.getValue(),
                                    reason.getValue(),
                                    days.getValue(),
                                    bytes()));
        } catch (IllegalArgumentException e) {
            // The domain's sentence names what is wrong with what was typed.
            return refuse(words.text("keeping.input", String.valueOf(e.getMessage())));
        }
        Done.say(words.text("keeping.done"));
        return true;
    }

    /** What was not touched stays as exact as it was. */
    private long bytes() {
        long before = seen.retention().bytes();
        return size.getValue() == before / MB ? before : (long) size.getValue() * MB;
    }

    private boolean refuse(String why) {
        outcome.setText(why);
        outcome.addClassNames("note", "crit");
        outcome.setVisible(true);
        return false;
    }
}

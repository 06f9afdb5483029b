package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.evidence.CreateRecoveryKey;
import dev.cordon.application.evidence.CreateRecoveryKey.Outcome;
import dev.cordon.application.evidence.ViewRecoveryKey.InUse;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.evidence.RecoveryKeyCard.Standing;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Whether evidence outlives the encryption key; loud as long as it does not. */
class RecoveryKeyCard extends LiveCard<Standing> {

    /** So many digits of a fingerprint are typed by whoever looked at it. */
    private static final int TYPED = 4;

    private final Words words = Words.here();
    private final RecoveryKeyActions actions;

    /** What is known of it. */
    sealed interface Standing {

        record Missing() implements Standing {}

        record There(InUse key) implements Standing {}

        /** The vault does not answer, or the viewer cares for some stores alone. */
        record Unknown(String why) implements Standing {}
    }

    RecoveryKeyCard(RecoveryKeyActions actions) {
        super(Words.here().text("recovery-key.title"));
        this.actions = actions;
        setId("recovery-key");
    }

    @Override
    protected Standing read() {
        try {
            return actions.view()
                    .view()
                    .<Standing>map(Standing.There::new)
                    .orElseGet(Standing.Missing::new);
        } catch (NotFound ofSomeStores) {
            return new Standing.Unknown(words.text("recovery-key.of-all"));
        } catch (IOException e) {
            return new Standing.Unknown(Failures.text(words, e));
        }
    }

    @Override
    protected void paint(Standing found) {
        var all = new ArrayList<Component>();
        switch (found) {
            case Standing.Missing _ -> {
                all.add(note("recovery-key.missing"));
                offer("recovery-key.make", all, () -> ask("recovery-key.make", null));
            }
            case Standing.There(var key) -> {
                all.add(row(key));
                offer("recovery-key.replace", all, () -> ask("recovery-key.replace", key.id()));
            }
            case Standing.Unknown(var why) -> all.add(new Paragraph(why));
        }
        show(all.toArray(Component[]::new));
    }

    private Component note(String key) {
        var note = new Paragraph(words.text(key));
        note.setId("recovery-key-missing");
        note.addClassNames("note", "crit");
        return note;
    }

    private Row row(InUse key) {
        var fingerprint = new Mono(grouped(key.id()));
        fingerprint.setId("recovery-key-id");
        return new Row(
                Row.two(fingerprint, new Span(made(key))),
                new Chip(Tone.OK, words.text("recovery-key.there")));
    }

    private String made(InUse key) {
        var record = key.made();
        return record == null
                ? words.text("recovery-key.made.unknown")
                : words.text(
                        "recovery-key.made",
                        actions.book().names().of(record.by()),
                        Moments.here().moment(record.at()));
    }

    private void offer(String key, ArrayList<Component> all, Runnable ask) {
        if (actions.caller().may(Permission.RECOVERY_KEY_CREATE)) {
            var button = new Button(words.text(key), _ -> ask.run());
            button.setId("make-recovery-key");
            if (key.endsWith(".make")) {
                button.addThemeVariants(ButtonVariant.PRIMARY);
            }
            all.add(new Div(button));
        }
    }

    private void ask(String key, @Nullable String instead) {
        var problem = new Paragraph();
        problem.setId("recovery-key-problem");
        problem.addClassNames("note", "high");
        problem.setVisible(false);
        var dialog =
                new AskDialog(
                        "recovery-key-ask",
                        words.text(key),
                        words.text(key + ".text"),
                        words.text(key));
        if (instead != null) {
            dialog.typed(instead.substring(0, TYPED));
        }
        dialog.with(problem).onConfirm(() -> make(instead, problem)).open();
    }

    private boolean make(@Nullable String instead, Paragraph problem) {
        try {
            return switch (actions.create().create(new CreateRecoveryKey.Command(instead))) {
                case Outcome.Made(var created) -> {
                    new RecoveryKeyDialog(created).open();
                    refresh();
                    yield true;
                }
                case Outcome.Refused _ -> refused(problem, words.text("recovery-key.another"));
            };
        } catch (IOException e) {
            return refused(problem, words.text("recovery-key.failed", Failures.text(words, e)));
        }
    }

    private static boolean refused(Paragraph problem, String why) {
        problem.setText(why);
        problem.setVisible(true);
        return false;
    }

    /** Four digits at a time, as people compare them. */
    static String grouped(String id) {
        return id.replaceAll("(.{4})(?=.)", "$1 ");
    }
}

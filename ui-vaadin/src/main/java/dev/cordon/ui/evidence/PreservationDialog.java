package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.application.evidence.CheckPreservation;
import dev.cordon.application.evidence.PreservationGate.Checked;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.preservation.Loss;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.evidence.LossFields.Asked;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.Busy;
import dev.cordon.ui.kernel.LongWork;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import java.io.IOException;
import java.util.List;

/**
 * Preserve, then change: says before a step whether what it destroys is held, and lets whoever may
 * decide that it need not be.
 */
class PreservationDialog extends Dialog {

    private final Words words = Words.here();
    private final OpenIncident page;
    private final EvidenceActions actions;
    private final NameBook book;
    private final LossFields fields = new LossFields();
    private final Busy busy = new Busy("preservation-busy");
    private final Div answers = new Div();
    private final Button check = new Button(words.text("preservation.check"), _ -> check());

    PreservationDialog(OpenIncident page, EvidenceActions actions, NameBook book) {
        this.page = page;
        this.actions = actions;
        this.book = book;
        setId("preservation");
        addClassName("ask");
        setHeaderTitle(words.text("preservation.title"));
        answers.setId("preservation-answers");
        answers.getElement().setAttribute("role", "status");
        var body = new Div(new Paragraph(words.text("preservation.what")));
        body.add(claims(), fields, busy, answers);
        body.addClassName("ask-body");
        add(body);
        var close = new Button(words.text("keys.close"), _ -> close());
        close.setId("preservation-close");
        check.setId("preservation-check");
        check.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close, check);
    }

    /** What the items say that they hold; the answer rests on it. */
    private Component claims() {
        var list = new UnorderedList();
        list.setId("preservation-claims");
        list.addClassNames("small", "plain-list");
        actions.queries().of(page.incident().id()).stream()
                .filter(item -> !item.custody().isDisposedOf())
                .filter(item -> !item.acquisition().covers().isUnknown())
                .map(PreservationDialog::claim)
                .forEach(list::add);
        return list.getElement().getChildCount() == 0
                ? muted(words.text("preservation.claims.none"))
                : new Div(muted(words.text("preservation.claims")), list);
    }

    private static ListItem claim(EvidenceItem item) {
        return new ListItem(
                item.label() + ": " + item.acquisition().covers().text().replace("\n", ", "));
    }

    private static Paragraph muted(String text) {
        var muted = new Paragraph(text);
        muted.addClassNames("small", "muted");
        return muted;
    }

    private void check() {
        answers.removeAll();
        fields.asked().ifPresent(this::check);
    }

    private void check(Asked asked) {
        check.setEnabled(false);
        busy.begin(words.text("preservation.busy"));
        var incident = page.incident().id();
        var use = actions.preservation().check();
        actions.work()
                .run(
                        progress ->
                                use.check(
                                        new CheckPreservation.Command(
                                                incident, asked.step(), asked.losses(), progress)),
                        new Answered(asked));
    }

    /** What the vault answered about what was asked then. */
    private class Answered implements LongWork.Waiting<List<Checked>> {

        private final Asked asked;

        Answered(Asked asked) {
            this.asked = asked;
        }

        @Override
        public void reached(long done, long total) {
            busy.reached(done, total);
        }

        @Override
        public void done(List<Checked> found) {
            stopped();
            show(asked, found);
            answers.scrollIntoView();
        }

        @Override
        public void failed(IOException why) {
            stopped();
            answers.add(note(words.text("preservation.unread", Failures.text(words, why)), "crit"));
            answers.scrollIntoView();
        }

        @Override
        public void stopped() {
            check.setEnabled(true);
            busy.end();
        }
    }

    private void show(Asked asked, List<Checked> found) {
        boolean all = found.stream().allMatch(Checked::mayGo);
        answers.add(
                new H3(words.text("preservation.answer")),
                note(
                        words.text(all ? "preservation.all" : "preservation.not-all"),
                        all ? "ok" : "high"));
        found.forEach(one -> answers.add(new PreservationLine(one, book)));
        if (!all && actions.caller().may(Permission.EVIDENCE_WAIVE)) {
            var open = found.stream().filter(one -> !one.mayGo()).map(one -> one.answer().loss());
            answers.add(waive(asked, open.toList()));
        }
    }

    private Button waive(Asked asked, List<Loss> open) {
        var button =
                new Button(
                        words.text("waiver.ask"),
                        _ ->
                                new WaiverDialog(
                                                page,
                                                asked.step(),
                                                open,
                                                actions.preservation().waive(),
                                                this::check)
                                        .open());
        button.setId("preservation-waive");
        return button;
    }

    private static Paragraph note(String text, String tone) {
        var note = new Paragraph(text);
        note.setId("preservation-note");
        note.addClassNames("note", tone);
        return note;
    }
}

package dev.cordon.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.audit.ParkedJobs.ParkedJob;
import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.audit.ParkedJobsCard.Found;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The work that kept failing, what it failed at, the way to have it tried again, and who did so
 * last.
 */
class ParkedJobsCard extends LiveCard<Found> {

    private final Words words = Words.here();
    private final ParkedJobActions actions;

    /** What the viewer may see of it. */
    sealed interface Found {

        record Jobs(List<ParkedJob> all, List<TakenUpJob> takenUp) implements Found {}

        /** The viewer cares for some stores alone. */
        record OfAllStores() implements Found {}
    }

    ParkedJobsCard(ParkedJobActions actions) {
        super(Words.here().text("parked.title"));
        this.actions = actions;
        setId("parked-jobs");
    }

    @Override
    protected Found read() {
        try {
            return new Found.Jobs(actions.queries().parked(), actions.queries().takenUp());
        } catch (NotFound ofSomeStores) {
            return new Found.OfAllStores();
        }
    }

    @Override
    protected void paint(Found found) {
        switch (found) {
            case Found.OfAllStores() -> show(new Paragraph(words.text("parked.of-all")));
            case Found.Jobs(var all, var takenUp) -> show(lines(all, takenUp));
        }
    }

    private Component[] lines(List<ParkedJob> all, List<TakenUpJob> takenUp) {
        var lines = new ArrayList<Component>();
        if (all.isEmpty()) {
            lines.add(new EmptyState(words.text("parked.empty"), words.text("parked.empty.what")));
        }
        all.stream().map(this::row).forEach(lines::add);
        if (!takenUp.isEmpty()) {
            lines.add(new H3(words.text("parked.taken-up")));
            var names = actions.book().names();
            takenUp.forEach(job -> lines.add(row(job, names)));
        }
        return lines.toArray(Component[]::new);
    }

    private Row row(TakenUpJob job, Names names) {
        var by =
                words.text(
                        "parked.taken-up.by",
                        names.of(job.by()),
                        Moments.here().moment(job.at()),
                        job.failures());
        var row = new Row(Row.two(what(job.job()), by));
        row.setId("taken-up-" + job.id());
        return row;
    }

    private Row row(ParkedJob job) {
        var standing =
                words.text("parked.since", Moments.here().moment(job.parkedAt()), job.failures());
        var failure = new Mono(job.failure());
        failure.addClassName("small");
        var row = new Row(new Div(Row.two(new Span(what(job.job())), new Span(standing)), failure));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            var takeUp = new Button(words.text("parked.take-up"), _ -> ask(job).open());
            takeUp.setId("take-up-" + job.id());
            takeUp.addThemeVariants(ButtonVariant.SMALL);
            row.add(takeUp);
        }
        return row;
    }

    private String what(String job) {
        var key = "parked.job." + job;
        return words.has(key) ? words.text(key) : job;
    }

    private AskDialog ask(ParkedJob job) {
        return new AskDialog(
                        "take-up-job",
                        words.text("parked.take-up"),
                        words.text("parked.take-up.text", what(job.job())),
                        words.text("parked.take-up"))
                .onConfirm(
                        () -> {
                            actions.takeUp().takeUp(job.id());
                            Done.say(words.text("parked.take-up.done"));
                            refresh();
                            return true;
                        });
    }
}

package dev.cordon.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.audit.ParkedJobs.ParkedJob;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.audit.ParkedJobsCard.Found;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** The work that kept failing, what it failed at, and the way to have it tried again. */
class ParkedJobsCard extends LiveCard<Found> {

    private final Words words = Words.here();
    private final ParkedJobActions actions;

    /** What the viewer may see of it. */
    sealed interface Found {

        record Jobs(List<ParkedJob> all) implements Found {}

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
            return new Found.Jobs(actions.queries().parked());
        } catch (NotFound ofSomeStores) {
            return new Found.OfAllStores();
        }
    }

    @Override
    protected void paint(Found found) {
        switch (found) {
            case Found.OfAllStores() -> show(new Paragraph(words.text("parked.of-all")));
            case Found.Jobs(var all) when all.isEmpty() ->
                    show(
                            new EmptyState(
                                    words.text("parked.empty"), words.text("parked.empty.what")));
            case Found.Jobs(var all) -> show(all.stream().map(this::row).toArray(Component[]::new));
        }
    }

    private Row row(ParkedJob job) {
        var standing =
                words.text("parked.since", Moments.here().moment(job.parkedAt()), job.failures());
        var failure = new Mono(job.failure());
        failure.addClassName("small");
        var row = new Row(new Div(Row.two(new Span(what(job)), new Span(standing)), failure));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            var takeUp = new Button(words.text("parked.take-up"), _ -> ask(job).open());
            takeUp.setId("take-up-" + job.id());
            takeUp.addThemeVariants(ButtonVariant.SMALL);
            row.add(takeUp);
        }
        return row;
    }

    private String what(ParkedJob job) {
        var key = "parked.job." + job.job();
        return words.has(key) ? words.text(key) : job.job();
    }

    private AskDialog ask(ParkedJob job) {
        return new AskDialog(
                        "take-up-job",
                        words.text("parked.take-up"),
                        words.text("parked.take-up.text", what(job)),
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

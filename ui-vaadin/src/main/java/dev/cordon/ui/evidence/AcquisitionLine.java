package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.cordon.application.evidence.AcquisitionQueries.Shown;
import dev.cordon.domain.evidence.acquisition.AcquiredPart;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Bytes;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.Reasons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is taken from a store: each part, how far it is, and what became of it. */
class AcquisitionLine extends Div {

    private final Words words = Words.here();
    private final Shown shown;
    private final StoreAcquisition acquisition;

    AcquisitionLine(Shown shown, OpenIncident page, EvidenceActions actions, NameBook book) {
        this.shown = shown;
        this.acquisition = shown.acquisition();
        addClassName("row");
        setId("acquisition-" + acquisition.id());
        add(facts(book));
        if (!acquisition.isOver()
                && !shown.cancelled()
                && actions.caller().may(Permission.EVIDENCE_COLLECT)) {
            add(cancel(page, actions));
        }
    }

    private Div facts(NameBook book) {
        var title = new Div(state(), new Span(" " + acquisition.purpose()));
        var second =
                new Div(
                        new Span(
                                words.text(
                                                "acquisition.asked-by",
                                                book.names().of(acquisition.by()),
                                                words.text(
                                                        "acquisition.pace.short."
                                                                + acquisition.pace()))
                                        + " "),
                        TimeText.moment(acquisition.askedAt()));
        second.addClassNames("small", "muted");
        var facts = new Div(title, second, parts());
        facts.addClassName("lines");
        return facts;
    }

    private Chip state() {
        if (acquisition.isOver()) {
            int missing = acquisition.notTaken();
            return new Chip(
                    missing == 0 ? Tone.OK : Tone.MED,
                    words.text("acquisition.over", acquisition.taken(), missing));
        }
        return shown.cancelled()
                ? new Chip(Tone.MED, words.text("acquisition.cancelled"))
                : new Chip(Tone.PLAIN, words.text("acquisition.goes-on"));
    }

    private Component parts() {
        var list = new UnorderedList();
        list.addClassNames("small", "plain-list");
        var survey = acquisition.survey();
        if (survey == null) {
            var waits = shown.waits();
            var asks =
                    new ListItem(
                            waits == null
                                    ? words.text("acquisition.surveying")
                                    : words.text("acquisition.again", Reasons.recorded(waits)));
            asks.getElement().setAttribute("role", "status");
            list.add(asks);
            return list;
        }
        acquisition.parts().forEach(part -> list.add(part(part)));
        survey.missing().stream()
                .collect(
                        Collectors.groupingBy(
                                one ->
                                        words.text(
                                                "acquisition.absent." + one.why(),
                                                Reasons.recorded(one.said())),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .forEach((why, missing) -> list.add(missing(why, missing)));
        return list;
    }

    private ListItem part(AcquiredPart part) {
        var name =
                new Span(
                        words.text("acquisition.source.short." + part.what().source())
                                + " · "
                                + part.what().name()
                                + " ");
        return switch (part.state()) {
            case State.Waiting(_, var why) ->
                    new ListItem(
                            name,
                            muted(
                                    why == null
                                            ? words.text("acquisition.waiting")
                                            : words.text(
                                                    "acquisition.again", Reasons.recorded(why))));
            case State.Taking _ -> new ListItem(name, progress(part));
            case State.Taken _ ->
                    new ListItem(name, new Chip(Tone.OK, words.text("acquisition.taken")));
            case State.NotTaken(var why, var said) ->
                    new ListItem(
                            name,
                            new Chip(Tone.MED, words.text("acquisition.not-taken")),
                            muted(
                                    " "
                                            + words.text(
                                                    "acquisition.why." + why,
                                                    Reasons.recorded(said))));
        };
    }

    /** What has the same reason is said once. */
    private ListItem missing(String why, List<Survey.Missing> missing) {
        var names =
                missing.stream()
                        .map(one -> words.text("acquisition.source.short." + one.source()))
                        .collect(Collectors.joining(", "));
        return new ListItem(
                new Span(names + " "),
                new Chip(Tone.MED, words.text("acquisition.not-there")),
                muted(" " + why));
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }

    private Component progress(AcquiredPart part) {
        long came = shown.came();
        var expected = part.what().expected();
        var text =
                words.text(
                        "acquisition.came",
                        Bytes.text(came),
                        Bytes.text(shown.bytesPerSecond()),
                        left(came, expected, shown.bytesPerSecond()));
        var said = new Span(text);
        said.getElement().setAttribute("role", "status");
        var bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", text);
        if (expected == null || expected == 0) {
            bar.setIndeterminate(true);
        } else {
            bar.setValue(Math.min(1.0, (double) came / expected));
        }
        return new Div(said, bar);
    }

    private String left(long came, @Nullable Long expected, long rate) {
        return expected == null || expected <= came || rate == 0
                ? words.text("acquisition.left.unknown")
                : words.text("acquisition.left", (expected - came) / rate / 60 + 1);
    }

    private Button cancel(OpenIncident page, EvidenceActions actions) {
        var button = new Button(words.text("acquisition.cancel"));
        button.setId("acquisition-cancel-" + acquisition.id());
        button.addClickListener(
                _ ->
                        new AskDialog(
                                        "acquisition-cancel",
                                        words.text("acquisition.cancel"),
                                        words.text("acquisition.cancel.text"),
                                        words.text("acquisition.cancel"))
                                .onConfirm(
                                        () -> {
                                            actions.acquisitions()
                                                    .cancel()
                                                    .cancel(acquisition.id());
                                            page.refresh();
                                            return true;
                                        })
                                .open());
        return button;
    }
}

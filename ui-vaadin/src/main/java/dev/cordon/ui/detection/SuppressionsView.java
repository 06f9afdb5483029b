package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.detection.EndSuppression;
import dev.cordon.application.detection.SuppressionSummary;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.KeptButtons;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.store.StoreNames;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;

/** What nobody is told of, since when, why and by whom, and how much that was. */
@Route("suppressions")
@PermitAll
class SuppressionsView extends Div implements LivePage, BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final SuppressionActions actions;
    private final NameBook book;
    private final StoreNames stores;
    private final LazyGrid<SuppressionSummary> grid;
    private final KeptButtons<Suppression> wide = new KeptButtons<>();
    private final KeptButtons<Suppression> narrow = new KeptButtons<>();

    SuppressionsView(SuppressionActions actions, NameBook book, StoreNames stores) {
        this.actions = actions;
        this.book = book;
        this.stores = stores;
        addClassName("page");
        grid = new LazyGrid<>(actions.queries()::list);
        columns();
        var back = new Anchor("alerts", words.text("suppressions.back"));
        add(
                new PageHead(
                        words.text("suppressions.title"), words.text("suppressions.what"), back),
                grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        grid.reload();
    }

    @Override
    public void refresh() {
        grid.refresh();
    }

    @Override
    public String getPageTitle() {
        return words.text("suppressions.title") + " · Cordon";
    }

    private void columns() {
        grid.setId("suppressions");
        grid.cell(words.text("suppressions.about"), each -> about(each.suppression()))
                .setAutoWidth(false)
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.cell(words.text("suppressions.why"), each -> why(each.suppression()))
                .setAutoWidth(false)
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.cell(words.text("suppressions.hits"), this::hits);
        grid.cell(words.text("suppressions.until"), each -> standing(each.suppression(), wide));
        grid.compact(
                words.text("suppressions.title"),
                each ->
                        new Div(
                                about(each.suppression()),
                                why(each.suppression()),
                                hits(each),
                                standing(each.suppression(), narrow)));
        grid.setEmptyStateComponent(
                new EmptyState(
                        words.text("suppressions.empty"), words.text("suppressions.empty.what")));
    }

    private Component about(Suppression suppression) {
        var limit =
                words.text(
                        "suppressions.limit",
                        stores.of(suppression.store()),
                        words.of(suppression.upTo()));
        return Row.two(text(suppression.match()), limit);
    }

    private String text(SuppressionMatch match) {
        var parts = new ArrayList<String>();
        if (match.kind() != null) {
            parts.add(words.of(match.kind()));
        }
        if (match.rule() != null) {
            parts.add(words.text("suppress.rule", match.rule()));
        }
        if (match.network() != null) {
            parts.add(words.text("suppressions.network", match.network().text()));
        }
        if (match.source() != null) {
            parts.add(words.text("suppress.source", match.source()));
        }
        return String.join(" · ", parts);
    }

    private Component why(Suppression suppression) {
        var by = new Div(new Span(book.names().of(suppression.by()) + ", "));
        by.add(TimeText.moment(suppression.since()));
        return Row.two(new Span(suppression.reason()), by);
    }

    private Component hits(SuppressionSummary summary) {
        var count = new Span(words.text("suppressions.hits.of", summary.hits()));
        var last = summary.lastHitAt();
        return last == null ? count : Row.two(count, new Div(TimeText.moment(last)));
    }

    private Component standing(Suppression suppression, KeptButtons<Suppression> kept) {
        var end = suppression.end();
        if (end != null) {
            var by = new Div(new Span(book.names().of(end.by()) + ", "));
            by.add(TimeText.moment(end.at()));
            return Row.two(new Chip(Tone.PLAIN, words.text("suppressions.ended")), by);
        }
        var until = new Div(TimeText.moment(suppression.until()));
        if (!suppression.isInForce(actions.clock().instant())) {
            return Row.two(new Chip(Tone.PLAIN, words.text("suppressions.over")), until);
        }
        if (actions.caller().may(Permission.ALERT_TRIAGE)) {
            until.addClassName("card-line");
            until.add(kept.of(suppression, () -> button(suppression)));
        }
        return until;
    }

    private Button button(Suppression suppression) {
        var button = new Button(words.text("suppressions.end"), _ -> ask(suppression));
        button.setId("end-" + suppression.id());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void ask(Suppression suppression) {
        new AskDialog(
                        "end-suppression",
                        words.text("suppressions.end.title"),
                        words.text("suppressions.end.text", text(suppression.match())),
                        words.text("suppressions.end"))
                .onConfirm(
                        () -> {
                            actions.end()
                                    .end(
                                            new EndSuppression.Command(
                                                    suppression.id(), suppression.version()));
                            Done.say(words.text("suppressions.end.done"));
                            grid.reload();
                            return true;
                        })
                .open();
    }
}

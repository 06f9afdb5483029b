package dev.cordon.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.cordon.application.audit.Revision;
import dev.cordon.application.kernel.Page;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import java.util.function.Function;

/** Revisions, latest first; a row opens to what it changed. */
class RevisionGrid extends LazyGrid<Revision> {

    private final Names names;

    RevisionGrid(Function<Page.Request, Page<Revision>> source, Names names) {
        super(source);
        this.names = names;
        var words = Words.here();
        setId("revisions");
        text("#", revision -> Long.toString(revision.number())).setFlexGrow(0);
        cell(words.text("audit.when"), revision -> TimeText.moment(revision.at()));
        text(words.text("audit.who"), revision -> names.of(revision.by()));
        text(words.text("audit.how"), RevisionText::useCase);
        text(words.text("audit.why"), Revision::reason).setFlexGrow(3);
        compact(words.of(Place.AUDIT), this::card);
        setItemDetailsRenderer(new ComponentRenderer<>(RevisionDetail::new));
        setDetailsVisibleOnClick(true);
        setEmptyStateComponent(
                new EmptyState(words.text("audit.empty"), words.text("audit.empty.what")));
    }

    private Component card(Revision revision) {
        var title = new Span(RevisionText.useCase(revision));
        title.addClassName("strong");
        var line = new Div(new Span(names.of(revision.by())), TimeText.moment(revision.at()));
        line.addClassName("card-line");
        return new Div(title, line, new Span(revision.reason()));
    }
}

package dev.cordon.ui.evidence;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.evidence.WatchQueries;
import dev.cordon.application.evidence.WatchRunQueries;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** That the program watches its evidence, and that each finished run of it stands in the ledger. */
@Route("evidence/watch")
@PermitAll
class WatchView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final WatchQueries watch;
    private final WatchRunQueries runs;
    private final WatchStandingCard standing = new WatchStandingCard();
    private final Paragraph gone = new Paragraph();
    private final Paragraph ofAll = new Paragraph(words.text("integrity.of-all"));
    private final WatchRunsGrid grid;

    WatchView(WatchQueries watch, WatchRunQueries runs) {
        this.watch = watch;
        this.runs = runs;
        addClassName("page");
        grid = new WatchRunsGrid(runs::list);
        gone.setId("watch-runs-gone");
        gone.addClassNames("note", "crit");
        ofAll.setId("watch-runs-of-all");
        ofAll.addClassName("note");
        var register = new Anchor("evidence", words.text("register.link"));
        add(
                new PageHead(words.text("integrity.title"), words.text("integrity.what"), register),
                standing,
                new H2(words.text("integrity.runs")),
                gone,
                ofAll,
                grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        reload();
    }

    @Override
    public void refresh() {
        if (grid.isVisible()) {
            grid.refresh();
        }
    }

    @Override
    public void reload() {
        standing.show(watch.standing());
        boolean shown = runs.areShown();
        of(shown);
        miss(shown ? runs.missing() : List.of());
        if (shown) {
            grid.reload();
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("integrity.title") + " · Cordon";
    }

    private void of(boolean allStores) {
        grid.setVisible(allStores);
        ofAll.setVisible(!allStores);
    }

    /** The ledger remembers a run that somebody took out of the database. */
    private void miss(List<String> runs) {
        gone.setVisible(!runs.isEmpty());
        gone.setText(words.text("integrity.gone", runs.size(), String.join(", ", runs)));
    }
}

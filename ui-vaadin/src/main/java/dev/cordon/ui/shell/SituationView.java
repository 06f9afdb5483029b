package dev.cordon.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What burns now, on one screen. */
@Route("")
@PermitAll
class SituationView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final List<LiveCard<?>> cards = new ArrayList<>();
    private final PageHead head = new PageHead("", "");
    private final List<RailEntry> entries;
    private final Caller caller;
    private final InstantSource clock;
    private final Words words = Words.here();

    SituationView(
            List<SituationCard> contributed,
            List<RailEntry> entries,
            Caller caller,
            InstantSource clock) {
        this.entries = entries;
        this.caller = caller;
        this.clock = clock;
        addClassNames("page", "split", "situation");
        add(head, column(Column.MAIN, contributed), column(Column.SIDE, contributed));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        sayHeadline();
        cards.forEach(LiveCard::refresh);
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.SITUATION) + " · Cordon";
    }

    private Div column(Column column, List<SituationCard> contributed) {
        var all = new Div();
        all.addClassName("column");
        contributed.stream()
                .filter(card -> card.column() == column && caller.may(card.needed()))
                .sorted(Comparator.comparing(SituationCard::order))
                .map(card -> card.card().get())
                .forEach(
                        card -> {
                            cards.add(card);
                            all.add(card);
                        });
        return all;
    }

    private void sayHeadline() {
        var open = 0;
        var waiting = 0;
        for (var entry : entries) {
            if (caller.may(entry.needed())) {
                var badge = entry.badge().get();
                open += entry.place() == Place.INCIDENTS ? badge.count() : 0;
                waiting += badge.hot() ? badge.count() : 0;
            }
        }
        var moments = Moments.here();
        var now = clock.instant();
        head.say(
                words.text("situation.headline", open, waiting),
                words.text(
                        "situation.now",
                        moments.day(now),
                        moments.time(now),
                        moments.zone().getId()));
    }
}

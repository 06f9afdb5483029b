package dev.cordon.ui.evidence;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.evidence.IntegrityWatch.Difference;
import dev.cordon.application.evidence.IntegrityWatch.Watched;
import dev.cordon.application.evidence.WatchQueries.Standing;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the watch is between two finished runs, and what differs now. */
class WatchStandingCard extends Card {

    /** The register names every item that differs. */
    private static final int SHOWN = 5;

    private final Words words = Words.here();

    WatchStandingCard() {
        super(Words.here().text("integrity.now"));
        setId("watch-standing");
    }

    void show(Standing standing) {
        var facts =
                new Facts()
                        .fact(words.text("integrity.now.items"), items(standing))
                        .fact(words.text("integrity.now.differs"), differs(standing));
        if (standing.ledger() != null) {
            var cursor = standing.cursor();
            var computed = cursor == null ? 0 : cursor.frontier().size();
            facts.fact(
                    words.text("integrity.now.ledger"),
                    new Span(words.text("integrity.now.computed", computed) + " "),
                    TimeText.moment(standing.ledger().at()));
        }
        if (standing.vault() != null) {
            facts.fact(words.text("integrity.now.vault"), TimeText.moment(standing.vault().at()));
        }
        show(new Component[] {facts});
    }

    private Component[] items(Standing standing) {
        var extent = standing.items();
        var checked = words.text("integrity.now.checked", extent.checked(), extent.items());
        return extent.oldest() == null
                ? new Component[] {new Span(checked)}
                : new Component[] {
                    new Span(checked + " " + words.text("integrity.now.oldest") + " "),
                    TimeText.moment(extent.oldest())
                };
    }

    private Component[] differs(Standing standing) {
        var all = differences(standing);
        if (all.isEmpty()) {
            return new Component[] {new Span(words.text("integrity.now.nothing"))};
        }
        var parts = new ArrayList<Component>();
        parts.add(new Chip(Tone.CRIT, words.text("integrity.differ", all.size())));
        all.stream().limit(SHOWN).map(WatchStandingCard::told).forEach(parts::add);
        if (all.size() > SHOWN) {
            parts.add(new Div(words.text("integrity.now.more", all.size() - SHOWN)));
        }
        return parts.toArray(Component[]::new);
    }

    private static List<Difference> differences(Standing standing) {
        return Stream.concat(
                        Stream.of(of(standing.ledger()), of(standing.vault()))
                                .flatMap(List::stream),
                        standing.differences().stream()
                                .map(WatchStandingCard::of)
                                .flatMap(List::stream))
                .toList();
    }

    private static List<Difference> of(@Nullable Watched watched) {
        return watched == null || watched.difference() == null
                ? List.of()
                : List.of(watched.difference());
    }

    /** Recorded in English, whoever reads it. */
    private static Div told(Difference difference) {
        var told = new Div(difference.what());
        told.getElement().setAttribute("lang", "en");
        return told;
    }
}

package dev.cordon.ui.store;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.store.ExposureQueries.Shown;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.domain.store.vulnerability.Urgency;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What in a store is known to be vulnerable, and until when it is to be mended. */
class ExposuresCard extends Card {

    private final Words words = Words.here();

    ExposuresCard(Shown shown, InventoryActions actions) {
        super(Words.here().text("exposures.title"));
        setId("inventory-exposures");
        var rows = new ArrayList<Component>();
        rows.add(new Paragraph(feed(shown)));
        if (actions.caller().may(Permission.STORE_MANAGE)) {
            rows.add(renew(actions));
        }
        var copyrights = new ArrayList<String>();
        for (var exposure : shown.exposures()) {
            rows.add(row(exposure));
            if (!exposure.copyright().isEmpty() && !copyrights.contains(exposure.copyright())) {
                copyrights.add(exposure.copyright());
            }
        }
        for (var copyright : copyrights) {
            var said = new Paragraph(copyright);
            said.addClassNames("muted", "small");
            rows.add(said);
        }
        show(rows.toArray(Component[]::new));
    }

    private Button renew(InventoryActions actions) {
        var renew =
                new Button(words.text("feed.title"), _ -> new FeedDialog(actions.feed()).open());
        renew.setId("exposures-renew");
        renew.addThemeVariants(ButtonVariant.SMALL);
        return renew;
    }

    private String feed(Shown shown) {
        var feed = shown.feed();
        if (feed == null || feed.at() == null) {
            return words.text("exposures.no-feed");
        }
        if (feed.trouble() != null) {
            return words.text("exposures.trouble", feed.trouble());
        }
        return words.text(
                "exposures.feed",
                shown.exposures().size(),
                feed.records(),
                Moments.here().moment(feed.at()));
    }

    private Row row(Exposure exposure) {
        var fixed =
                exposure.patched().isEmpty()
                        ? words.text("exposures.unpatched")
                        : words.text("exposures.patched", String.join(", ", exposure.patched()));
        var row =
                new Row(
                        Row.two(
                                exposure.item() + " " + exposure.version(),
                                exposure.title() + " · " + fixed),
                        new Chip(
                                tone(exposure.urgency()),
                                words.text("exposures.due", Moments.here().day(exposure.due()))));
        var link = link(exposure.link());
        if (link != null) {
            row.add(link);
        }
        return row;
    }

    private @Nullable Anchor link(@Nullable String address) {
        if (address == null) {
            return null;
        }
        var link = new Anchor(address, words.text("exposures.more"));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    private static Tone tone(Urgency urgency) {
        return switch (urgency) {
            case CRITICAL -> Tone.CRIT;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MED;
            case LOW -> Tone.LOW;
        };
    }
}

package dev.cordon.application.notification;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.NoticeText;
import java.util.List;

/** Shows a text as its first recipient of that language will read it. */
@Supporting
public class NoticePreview {

    /**
     * @param text filled in; the text itself where it has faults or nobody reads that language
     * @param faults what is wrong with it; empty if nothing is
     */
    public record Shown(NoticeText text, List<String> faults) {}

    private final NoticeRenderer renderer;
    private final NoticeValues values;
    private final Deliveries deliveries;

    NoticePreview(NoticeRenderer renderer, NoticeValues values, Deliveries deliveries) {
        this.renderer = renderer;
        this.values = values;
        this.deliveries = deliveries;
    }

    /**
     * @param known whether the viewer may see whom it greets
     */
    Shown show(Campaign campaign, String language, NoticeText text, boolean known) {
        var faults = renderer.faults(text);
        if (!faults.isEmpty()) {
            return new Shown(text, faults);
        }
        var filled =
                deliveries
                        .firstReading(campaign.id(), language)
                        .map(reader -> known ? reader : reader.masked())
                        .map(reader -> values.of(campaign).forRecipient(reader))
                        .map(found -> renderer.render(text, found))
                        .orElse(text);
        return new Shown(filled, faults);
    }
}

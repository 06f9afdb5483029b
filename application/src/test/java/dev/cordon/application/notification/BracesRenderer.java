package dev.cordon.application.notification;

import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Placeholder;
import java.util.List;
import java.util.Map;

/** Puts values in the place of their names, and finds no fault with anything. */
public final class BracesRenderer implements NoticeRenderer {

    @Override
    public List<String> faults(NoticeText text) {
        return List.of();
    }

    @Override
    public NoticeText render(NoticeText text, Map<Placeholder, String> values) {
        return new NoticeText(fill(text.subject(), values), fill(text.body(), values));
    }

    private static String fill(String text, Map<Placeholder, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey().key() + "}}", value.getValue());
        }
        return filled;
    }
}

package dev.cordon.application.notification;

import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Placeholder;
import java.util.List;
import java.util.Map;

/** Fills placeholders; logic-less, runs nothing. */
public interface NoticeRenderer {

    /** What is wrong with a text: unknown placeholders, open braces; empty if nothing is. */
    List<String> faults(NoticeText text);

    /** The text for one recipient, plain; values are put in as they are. */
    NoticeText render(NoticeText text, Map<Placeholder, String> values);
}

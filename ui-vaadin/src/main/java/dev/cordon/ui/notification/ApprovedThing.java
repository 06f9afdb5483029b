package dev.cordon.ui.notification;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Facts;
import dev.cordon.ui.kernel.Mono;
import dev.cordon.ui.kernel.Names;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;

/** Exactly what an approval binds to: texts, recipients, their hashes. */
class ApprovedThing extends Card {

    ApprovedThing(Campaign campaign, Names names) {
        super(Words.here().text("thing.title"));
        var words = Words.here();
        setId("approved-thing");
        var content = Mono.digest(campaign.contentHash());
        content.setId("content-hash");
        var recipients = Mono.digest(campaign.recipients().hash());
        recipients.setId("recipients-hash");
        var authors = campaign.authors().stream().sorted().map(names::ofLogin).toList();
        var note = new Paragraph(words.text("thing.void"));
        note.addClassNames("small", "muted");
        with(
                new Row(new Span(words.text("thing.texts", campaign.texts().size())), content),
                new Row(
                        new Span(words.text("thing.recipients", campaign.recipients().count())),
                        recipients),
                new Facts()
                        .fact(words.text("thing.channel"), words.of(campaign.channel()))
                        .fact(words.text("thing.authors"), String.join(", ", authors)),
                note);
    }
}

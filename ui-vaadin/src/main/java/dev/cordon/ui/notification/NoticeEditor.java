package dev.cordon.ui.notification;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.cordon.application.notification.EditNotice;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Placeholder;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Words;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One language's text beside what a recipient will read. */
class NoticeEditor extends Div {

    private static final int LONGEST_SUBJECT = 200;

    private final Words words = Words.here();
    private final String language;
    private final OpenNotice notice;
    private final CampaignActions actions;
    private final TextField subject = new TextField();
    private final TextArea body = new TextArea();
    private final Letter letter;

    NoticeEditor(String language, NoticeText text, OpenNotice notice, CampaignActions actions) {
        this.language = language;
        this.notice = notice;
        this.actions = actions;
        this.letter = new Letter(language);
        addClassName("languages");
        add(fields(text), letter);
        preview();
    }

    private Div fields(NoticeText text) {
        subject.setId("subject-" + language);
        subject.setLabel(words.text("notice.subject"));
        subject.setMaxLength(LONGEST_SUBJECT);
        subject.setWidthFull();
        subject.setValue(text.subject());
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.addValueChangeListener(_ -> preview());
        body.setId("body-" + language);
        body.setLabel(words.text("notice.body"));
        body.setMaxLength(NoticeText.LONGEST);
        body.setMinRows(12);
        body.setWidthFull();
        body.setValue(text.body());
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.addValueChangeListener(_ -> preview());
        var places = new Paragraph(words.text("notice.places", places()));
        places.addClassNames("small", "muted");
        var save = new Button(words.text("notice.save"), _ -> save());
        save.setId("save-" + language);
        return new Div(subject, body, places, save);
    }

    private void preview() {
        letter.show(
                actions.queries().preview(notice.campaign().id(), language, written()), language);
    }

    private void save() {
        var campaign = notice.campaign();
        actions.edit()
                .edit(new EditNotice.Command(campaign.id(), notice.seen(), language, written()));
        Done.say(words.text("notice.saved"));
        notice.saved();
    }

    private NoticeText written() {
        return new NoticeText(subject.getValue().replaceAll("[\\r\\n]", " "), body.getValue());
    }

    private static String places() {
        return Arrays.stream(Placeholder.values())
                .map(place -> "{{" + place.key() + "}}")
                .collect(Collectors.joining("  "));
    }
}

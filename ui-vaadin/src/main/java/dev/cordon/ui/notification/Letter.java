package dev.cordon.ui.notification;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.cordon.application.notification.NoticePreview;
import dev.cordon.ui.kernel.Words;

/** A notice as somebody of that language will read it, or what is wrong with it. */
class Letter extends Div {

    Letter(String language) {
        setId("letter-" + language);
        getElement().setAttribute("aria-live", "polite");
    }

    void show(NoticePreview.Shown shown, String language) {
        removeAll();
        var subject = new Div(shown.text().subject());
        subject.addClassName("subject");
        var text = new Div(shown.text().body());
        text.addClassName("text");
        var letter = new Article(subject, text);
        letter.addClassName("mail");
        letter.getElement().setAttribute("lang", language);
        if (!shown.faults().isEmpty()) {
            var faults =
                    new Paragraph(
                            Words.here().text("notice.faults", String.join(" ", shown.faults())));
            faults.addClassNames("note", "crit");
            faults.setId("faults-" + language);
            add(faults);
        }
        add(letter);
    }
}

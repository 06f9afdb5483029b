package dev.cordon.ui.notification;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import java.util.TreeMap;

/** The texts in every language, to be written. */
class NoticeEditors extends Div {

    NoticeEditors(OpenNotice notice, CampaignActions actions) {
        var readers = actions.queries().languages(notice.campaign().id());
        var sheet = new TabSheet();
        sheet.setId("editors");
        sheet.setWidthFull();
        new TreeMap<>(notice.campaign().texts())
                .forEach(
                        (language, text) -> {
                            var editor = new NoticeEditor(language, text, notice, actions);
                            var tab = sheet.add(Languages.text(language, readers), editor);
                            tab.setId("language-" + language);
                        });
        add(sheet);
    }
}
